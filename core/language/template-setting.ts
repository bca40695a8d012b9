/** A template path, or a glob, with the values it is built with. */
export interface TemplateSetting {
  readonly path: string;
  readonly vars: Readonly<Record<string, string>>;
  /** Values that only travel through the environment and are masked everywhere. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly varFiles: readonly string[];
  readonly os?: 'linux' | 'windows' | 'other' | undefined;
  /** Where Packer is started: in the template's own folder (default) or in the workspace root. */
  readonly cwd: 'template' | 'workspace';
}

import type { TemplateSetting } from '../template-setting.ts';

/** A template that was found, not read yet. */
export interface FoundTemplate {
  /** Relative to the workspace root, with `/`; `.` is the root itself. */
  readonly path: string;
  readonly absolutePath: string;
  readonly kind: 'directory' | 'file';
  readonly setting: TemplateSetting;
}

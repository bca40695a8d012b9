import { basename, relative } from 'node:path';
import type { Template } from 'packer-hybrid';
import type { PackerProgram } from '../locate/index.ts';
import { openStage } from '../stage/index.ts';

/** Where Packer is started, and what it is told to read. */
export interface Place {
  readonly cwd: string;
  /** The template's path as Packer is told it. */
  readonly template: string;
  /** Puts the user's own paths into what Packer says. */
  mapText(text: string): string;
  /** Has to be called before results are looked at: it brings them to where they belong. */
  close(): Promise<void>;
}

export interface PlaceOptions {
  readonly template: Template;
  readonly root: string;
  readonly program: PackerProgram;
  /** Where a changed copy may be put when this Packer cannot read the template as it is. */
  readonly stageFolder: string;
}

/** Nothing is built from a copy unless this Packer cannot read `required_plugins`, or a recovery changed the template. */
export async function openPlace(options: PlaceOptions): Promise<Place> {
  const { template, root, program } = options;
  const { cwd } = template;
  const withoutPlugins =
    program.capabilities.mode === 'reduced' && template.requirements.pluginBlocks.length > 0;
  if (withoutPlugins || template.files.some(({ isOverlaid }) => isOverlaid)) {
    const folder = options.stageFolder;
    return { cwd, ...(await openStage({ template, root, folder, withoutPlugins })) };
  }
  return {
    cwd,
    template: argumentOf(template, cwd),
    mapText: (text) => text,
    close: async () => undefined,
  };
}

function argumentOf(template: Template, cwd: string): string {
  const folder = relative(cwd, template.root).replaceAll('\\', '/');
  const [file] = template.files.filter((each) => each.role === 'template');
  if (template.kind === 'directory' || !file) return folder || '.';
  const name = basename(file.absolutePath);
  return folder ? `${folder}/${name}` : name;
}

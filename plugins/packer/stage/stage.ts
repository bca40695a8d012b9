import { copyFile, mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, isAbsolute, join, relative, sep } from 'node:path';
import type { Template } from 'packer-hybrid';
import { bringBack } from './bring-back.ts';
import { editedFiles } from './edited-files.ts';

/** A copy of the workspace in which only the template's own files differ; everything else is a link. */
export interface Stage {
  /** The template inside the copy: what Packer is told. */
  readonly template: string;
  /** Puts the user's own paths back into what Packer says. */
  mapText(text: string): string;
  /** Moves what the build wrote into the copy to where it belongs, and removes the copy. */
  close(): Promise<void>;
}

export interface StageOptions {
  readonly template: Template;
  /** The workspace root: what the copy mirrors. */
  readonly root: string;
  /** An empty place for the copy. */
  readonly folder: string;
  /** Takes `required_plugins` out, which Packer before 1.7 does not know. */
  readonly withoutPlugins: boolean;
}

/** A folder of the copy that is real, with the folder it stands for. */
export interface Mirrored {
  readonly staged: string;
  readonly real: string;
  /** Entries that were put there, and are not results of a build. */
  readonly placed: ReadonlySet<string>;
  /** The entry that is itself mirrored, not linked. */
  readonly step: string | undefined;
}

/**
 * Mirrors the workspace from its root, so that `${path.root}/../x` still works, with the template's files as the model has
 * them. Lines keep their numbers.
 */
export async function openStage({ template, root, folder, withoutPlugins }: StageOptions): Promise<Stage> {
  const inside = relative(root, template.root);
  const isOutside = inside.startsWith('..') || isAbsolute(inside);
  const top = isOutside ? template.root : root;
  const steps = isOutside || inside === '' ? [] : inside.split(sep);
  const edited = editedFiles(template, { withoutPlugins });

  const mirrored: Mirrored[] = [];
  let staged = folder;
  let real = top;
  for (const step of [...steps, undefined]) {
    mirrored.push({ staged, real, step, placed: await mirror({ staged, real, step, edited }) });
    staged = step === undefined ? staged : join(staged, step);
    real = step === undefined ? real : join(real, step);
  }

  const [only] = template.files.filter((file) => file.role === 'template');
  const isFile = template.kind === 'file' && only !== undefined;
  return {
    template: isFile ? join(staged, basename(only.absolutePath)) : staged,
    mapText: (text) => text.replaceAll(folder, top),
    async close() {
      for (const each of mirrored) await bringBack(each, edited);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface MirrorOptions {
  readonly staged: string;
  readonly real: string;
  /** The folder that is mirrored next, and so not linked. */
  readonly step: string | undefined;
  readonly edited: ReadonlyMap<string, string>;
}

async function mirror({ staged, real, step, edited }: MirrorOptions): Promise<ReadonlySet<string>> {
  await mkdir(staged, { recursive: true });
  const entries = await readdir(real, { withFileTypes: true });
  for (const entry of entries) {
    if (entry.name === step) continue;
    const from = join(real, entry.name);
    const text = edited.get(from);
    const to = join(staged, entry.name);
    if (text === undefined) await link(from, to, entry.isDirectory());
    else await writeFile(to, text);
  }
  return new Set(entries.map((entry) => entry.name));
}

/** Links need rights on Windows that few have: junctions and copies do not. */
async function link(from: string, to: string, isFolder: boolean): Promise<void> {
  if (process.platform !== 'win32') return symlink(from, to);
  return isFolder ? symlink(from, to, 'junction') : copyFile(from, to);
}

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Template } from '../model.ts';
import { readTemplate } from '../read/read-template.ts';
import type { TemplateSetting } from '../template-setting.ts';

/** A template as a test writes it. */
export interface Written {
  readonly files?: Readonly<Record<string, string>>;
  /** The template below the root; the root itself when absent. */
  readonly path?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly setting?: Partial<TemplateSetting>;
  /** An existing folder to use instead of a temporary one. */
  readonly root?: string;
}

/** Runs with a temporary folder that holds these files, and removes it. */
export async function inFolder<T>(
  files: Readonly<Record<string, string>>,
  work: (root: string) => Promise<T>,
): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), 'packer-hybrid-language-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(root, name)), { recursive: true });
      await writeFile(join(root, name), text);
    }
    return await work(root);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

export function settingOf(path: string, setting: Partial<TemplateSetting> = {}): TemplateSetting {
  return { path, vars: {}, secrets: {}, varFiles: [], cwd: 'template', ...setting };
}

/** Writes a template and reads it. */
export async function readIn(written: Written): Promise<Template> {
  if (written.root !== undefined) return await read(written, written.root);
  return await inFolder(written.files ?? {}, (root) => read(written, root));
}

function read({ path = '.', env = {}, setting }: Written, root: string): Promise<Template> {
  const absolutePath = join(root, path);
  const kind = path.endsWith('.json') || path.endsWith('.hcl') ? 'file' : 'directory';
  return readTemplate({ path, absolutePath, kind, setting: settingOf(path, setting) }, { root, env });
}

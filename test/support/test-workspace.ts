import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { RunRecord } from '../../core/schema/index.ts';
import { repositoryRoot } from './repository-root.ts';

/** A folder of its own for one test, like a user's repository. */
export interface TestWorkspace {
  readonly root: string;
  path(...parts: readonly string[]): string;
  write(files: Readonly<Record<string, string>>): Promise<void>;
  read(...parts: readonly string[]): Promise<string>;
  has(...parts: readonly string[]): boolean;
  /** Every file below the root, relative to it. */
  files(): Promise<readonly string[]>;
  /** The record of the newest run on disk. */
  lastRun(): Promise<RunRecord>;
}

/** Makes a workspace with these files, removed when the test ends; `packer-hybrid` can be imported in it. */
export async function testWorkspace(files: Readonly<Record<string, string>>): Promise<TestWorkspace> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'packer-hybrid-e2e-')));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await mkdir(join(root, 'node_modules'));
  await symlink(repositoryRoot, join(root, 'node_modules', 'packer-hybrid'));
  const workspace = openWorkspace(root);
  await workspace.write(files);
  return workspace;
}

/** The view of a folder that exists already. */
export function openWorkspace(root: string): TestWorkspace {
  const path = (...parts: readonly string[]) => join(root, ...parts);
  return {
    root,
    path,
    async write(files) {
      for (const [name, text] of Object.entries(files)) {
        await mkdir(dirname(path(name)), { recursive: true });
        await writeFile(path(name), text);
      }
    },
    read: (...parts) => readFile(path(...parts), 'utf8'),
    has: (...parts) => existsSync(path(...parts)),
    files: () => filesBelow(root, ''),
    async lastRun() {
      const runs = (await readdir(path('logs'))).toSorted();
      return RunRecord.parse(
        JSON.parse(await readFile(path('logs', String(runs.at(-1)), 'run.json'), 'utf8')),
      );
    },
  };
}

async function filesBelow(root: string, folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  const nested = await Promise.all(
    entries
      .filter((entry) => entry.name !== 'node_modules')
      .map(async (entry) => {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) return filesBelow(root, path);
        return entry.isFile() ? [path] : [];
      }),
  );
  return nested.flat();
}

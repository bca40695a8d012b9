import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestWorkspace } from '../support/test-workspace.ts';

/** Files and what was in them. */
export type Snapshot = ReadonlyMap<string, string>;

/** Where a run writes in every workspace. */
const own = ['logs/', 'state/', 'artifacts/', '.packer-hybrid/'];

/** What stands in every file of a workspace, by hash. */
export async function snapshotOf(workspace: TestWorkspace): Promise<Snapshot> {
  const files = await workspace.files();
  const entries = files.map(async (path) => {
    const data = await readFile(join(workspace.root, path)).catch(() => Buffer.from('unreadable'));
    return [path, createHash('sha256').update(data).digest('hex')] as const;
  });
  return new Map(await Promise.all(entries));
}

/** Files that were changed, removed or added although nobody may: all but the run's own and what the fault names. */
export function wronglyTouched(before: Snapshot, after: Snapshot, allowed: readonly string[]): string[] {
  const may = (path: string) => [...own, ...allowed].some((start) => path.startsWith(start));
  const gone = [...before].filter(([path]) => !after.has(path)).map(([path]) => `removed ${path}`);
  const changed = [...before]
    .filter(([path, hash]) => after.has(path) && after.get(path) !== hash)
    .map(([path]) => `changed ${path}`);
  const added = [...after.keys()].filter((path) => !before.has(path)).map((path) => `added ${path}`);
  return [...gone, ...changed, ...added].filter((what) => !may(what.replace(/^\w+ /, '')));
}

import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import type { TargetPaths, WorkspaceFolders, WorkspacePaths } from './paths.ts';

const SUFFIX_LENGTH = 4;

/** A name that one run alone has; names sort by the time at which the runs began. */
export function newRunId(now: Date = new Date()): string {
  const [date = '', time = ''] = now.toISOString().split(/[T.]/);
  const suffix = randomInt(36 ** SUFFIX_LENGTH)
    .toString(36)
    .padStart(SUFFIX_LENGTH, '0');
  return `${date.replaceAll('-', '')}-${time.replaceAll(':', '')}-${suffix}`;
}

/** Whether text can be the name of a run: one folder name, never a path. */
export function isRunId(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(text);
}

/** The folders as one run sees them. */
export function runPaths(folders: WorkspaceFolders, runId: string): WorkspacePaths {
  return { ...folders, run: join(folders.logs, runId) };
}

/** The paths that belong to one target; each carries its slug, so that parallel targets never meet. */
export function targetPaths(paths: WorkspacePaths, slug: string): TargetPaths {
  return {
    log: join(paths.run, `${slug}.log`),
    packerLog: join(paths.run, `${slug}.packer.log`),
    manifest: manifestPath(paths, slug),
    hash: hashManifestPath(paths, slug),
    summary: logSummaryPath(paths, slug),
    packerCache: join(paths.cache, 'packer', slug),
    work: join(workFolder(paths), slug),
  };
}

/** Scratch space of a whole run. */
export function workFolder(paths: WorkspacePaths): string {
  return join(paths.cache, 'work', runIdOf(paths));
}

/** The run that these paths belong to. */
export function runIdOf(paths: WorkspacePaths): string {
  return paths.run.slice(paths.logs.length + 1);
}

/** `artifacts/<slug>.json` */
export function manifestPath(folders: WorkspaceFolders, slug: string): string {
  return join(folders.artifacts, `${slug}.json`);
}

/** `artifacts/<slug>.hash.json` */
export function hashManifestPath(folders: WorkspaceFolders, slug: string): string {
  return join(folders.artifacts, `${slug}.hash.json`);
}

/** `state/packer/logs/<slug>.json` */
export function logSummaryPath(folders: WorkspaceFolders, slug: string): string {
  return join(folders.state, 'packer', 'logs', `${slug}.json`);
}

/** `state/packer-hybrid.json` */
export function statePath(folders: WorkspaceFolders): string {
  return join(folders.state, 'packer-hybrid.json');
}

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { HybridError } from '../../core/errors/index.ts';
import type { RunRecord } from '../../core/schema/index.ts';
import {
  type BuildManifest,
  listBuildManifests,
  listRuns,
  readRunRecord,
  resolveRunId,
  type WorkspaceFolders,
} from '../../core/state/index.ts';
import { shownPath } from '../shown-path.ts';

/** What `inspect` was asked to look into, when it is no template. */
export type Subject =
  | { readonly kind: 'run'; readonly record: RunRecord }
  | { readonly kind: 'artifact'; readonly manifest: BuildManifest };

/** Whether the argument names something on disk: then it is a template. */
export function isTemplatePath(argument: string, cwd: string): boolean {
  return existsSync(resolve(cwd, argument));
}

/** The artifact or run with this id; throws PH_ID_UNKNOWN with the runs that there are. */
export async function subjectOf(id: string, folders: WorkspaceFolders, cwd: string): Promise<Subject> {
  const manifests = await listBuildManifests(folders);
  const manifest = manifests.find(({ target }) => target.slug === id || target.id === id);
  if (manifest) return { kind: 'artifact', manifest };
  const run = await resolveRunId(folders, id);
  const record = run === undefined ? undefined : await readRunRecord(folders, run);
  if (record) return { kind: 'run', record };
  const known = (await listRuns(folders, 5)).map((one) => one.run);
  const looked = `${shownPath(folders.logs, cwd)} and ${shownPath(folders.artifacts, cwd)}`;
  throw new HybridError('PH_ID_UNKNOWN', { id, looked, known });
}

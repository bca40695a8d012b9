import { HybridError } from '../../core/errors/index.ts';
import type { WorkspaceFolders } from '../../core/state/paths.ts';

/** The whole id of the run to continue, from an id, the start of one, or "latest". */
export async function resumedRun(
  folders: WorkspaceFolders,
  wanted: string | undefined,
): Promise<{ readonly resume?: string }> {
  if (wanted === undefined) return {};
  const { listRuns, resolveRunId } = await import('../../core/state/index.ts');
  const resume = await resolveRunId(folders, wanted);
  if (resume !== undefined) return { resume };
  const known = (await listRuns(folders, 5)).map(({ run }) => run);
  throw new HybridError('PH_RESUME_MISSING', { run: wanted, known });
}

import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunRecord } from '../../core/schema/index.ts';
import type { FilesOfRun } from '../reporters/reporter.ts';

export interface RunPlace {
  /** The root of the workspace. */
  readonly root: string;
  /** Whether corrections are written as patches. */
  readonly writesPatches: boolean;
}

/** What the summary of a run points at: patches of recoveries, and reports for people. */
export async function filesOfRun(record: RunRecord, { root, writesPatches }: RunPlace): Promise<FilesOfRun> {
  const hasEdits = record.targets.some(({ recoveries }) =>
    recoveries.some(({ plan }) => plan.steps.some(({ edits }) => edits.length > 0)),
  );
  const folder = writesPatches ? record.log_dir : undefined;
  const patches = hasEdits
    ? await (await import('./patches/index.ts')).recoveryPatches(record, { root, folder })
    : [];
  return { patches, reports: await escalationReports(record) };
}

async function escalationReports({ targets, log_dir }: RunRecord): Promise<readonly string[]> {
  const paths = targets.map(({ target }) => join(log_dir, 'escalation', target.slug, 'report.md'));
  const found = await Promise.all(
    paths.map((path) =>
      access(path).then(
        () => path,
        () => undefined,
      ),
    ),
  );
  return found.filter((path) => path !== undefined);
}

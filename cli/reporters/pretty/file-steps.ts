import { relative } from 'node:path';
import { shownPath } from '../../shown-path.ts';
import type { FilesOfRun, RecoveryPatch } from '../reporter.ts';

export interface FileStepOptions extends Partial<FilesOfRun> {
  readonly cwd: string;
  readonly workspaceRoot: string;
}

/** A hundred targets that failed are not a hundred lines. */
const SHOWN = 3;

/** What to do with the files that a run left: reports to read, corrections to take over. */
export function fileSteps({
  patches = [],
  reports = [],
  cwd,
  workspaceRoot,
}: FileStepOptions): readonly string[] {
  return [
    ...reports
      .slice(0, SHOWN)
      .map((path) => `What was found and tried: ${shownPath(path, cwd, workspaceRoot)}`),
    ...(reports.length > SHOWN ? [`${reports.length - SHOWN} more reports are beside it.`] : []),
    ...patches.map((patch) => patchStep(patch, { cwd, workspaceRoot })),
  ];
}

function patchStep(
  { targets, fits, path }: RecoveryPatch,
  { cwd, workspaceRoot }: Pick<FileStepOptions, 'cwd' | 'workspaceRoot'>,
): string {
  const whose = targets.map(({ packer_name }) => packer_name).join(', ');
  if (!fits)
    return `The files of ${whose} changed during the run: make the corrections that are shown above by hand.`;
  if (path === undefined)
    return `Your files are as they were; with --apply the corrections for ${whose} are written as a patch.`;
  const inRoot = cwd === workspaceRoot ? '' : ` -C ${quoted(relative(cwd, workspaceRoot) || '.')}`;
  return `Take the corrections for ${whose} over: git${inRoot} apply ${quoted(relative(workspaceRoot, path))}`;
}

function quoted(path: string): string {
  const portable = path.replaceAll('\\', '/');
  return /^[\w./@:+-]+$/.test(portable) ? portable : `'${portable.replaceAll("'", "'\\''")}'`;
}

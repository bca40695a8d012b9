import type { Style } from '../../style.ts';
import type { FilesOfRun } from '../reporter.ts';

/** What the summary of a run depends on besides its record. */
export interface SummaryOptions extends Partial<FilesOfRun> {
  readonly style: Style;
  readonly width: number;
  readonly cwd: string;
  readonly workspaceRoot: string;
}

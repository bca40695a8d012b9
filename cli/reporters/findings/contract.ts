import type { Finding, Severity } from '../../../core/schema/index.ts';
import type { Style } from '../../style.ts';

/** A finding as the command line shows it. */
export interface ShownFinding {
  /** Its template, its place and its edits are named relative to the working directory. */
  readonly finding: Finding;
  /** Names this finding for `feedback` and in baselines; stays the same while only lines move. */
  readonly fingerprint: string;
}

export interface FindingsSummary extends Readonly<Record<Severity, number>> {
  /** Findings that are no hints, also those that are not shown. */
  readonly total: number;
  readonly hints: number;
  readonly templates: number;
  readonly files: number;
  /** Silenced by a comment with a reason. */
  readonly suppressed: number;
  /** Known from the baseline. */
  readonly baseline: number;
  /** Left out because of --max-findings. */
  readonly omitted: number;
}

/** A template that could not be looked at. */
export interface FailedTemplate {
  readonly template: string;
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

/** What an analysis found: everything that a report may tell. */
export interface FindingsReport {
  readonly findings: readonly ShownFinding[];
  readonly summary: FindingsSummary;
  readonly failed: readonly FailedTemplate[];
  /** Every file that was looked at, relative to the working directory. */
  readonly files: readonly string[];
}

export interface FindingsLook {
  readonly style: Style;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The text of a file of the report, for excerpts; undefined where it cannot be read. */
  readonly textOf: (file: string) => string | undefined;
}

/** Turns a report into text; empty text is not printed at all. */
export type RenderFindings = (report: FindingsReport, look: FindingsLook) => string;

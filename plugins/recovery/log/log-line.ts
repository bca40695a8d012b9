/**
 * Who a line is from:
 * `verdict` Packer's reason why a build failed · `summary` its repetition at the end · `finish` a build that went well ·
 * `ui` what is shown for a build · `log` Packer's own debug log · `plain` a line without any mark.
 */
export type LineKind = 'verdict' | 'summary' | 'finish' | 'ui' | 'log' | 'plain';

/** One line of a log without what stands before its words. */
export interface LogLine {
  readonly text: string;
  readonly kind: LineKind;
  /** Packer's name of the build, where the line tells. */
  readonly target?: string;
}

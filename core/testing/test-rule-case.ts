/** Code that a rule is tried on. */
export interface RuleCase {
  /** Says what is special about the case; its code names it otherwise. */
  readonly name?: string;
  readonly code: string;
  /** Where the code stands: `image.pkr.hcl` unless told. Its folder is the template. */
  readonly file?: string;
  /** Further files of the workspace by their path: scripts, variable files, other files of the template. */
  readonly files?: Readonly<Record<string, string>>;
  /** The rule's options. */
  readonly options?: unknown;
  /** Variable files as `-var-file` would name them, from the workspace root; automatic ones need no mention. */
  readonly varFiles?: readonly string[];
  /** Values of variables from the configuration. */
  readonly vars?: Readonly<Record<string, string>>;
}

/** A finding as a case expects it. */
export interface ExpectedFinding {
  /** The key of the message, not its text. */
  readonly message: string;
  /** `line:column` of its start. */
  readonly at: string;
  /** The file, when it is not the one with the code. */
  readonly file?: string;
  readonly sub?: string;
  /** Compared only when given. */
  readonly data?: Readonly<Record<string, string | number>>;
  /** Compared only when given. */
  readonly severity?: string;
}

export type ValidCase = string | RuleCase;

export interface InvalidCase extends RuleCase {
  readonly findings: readonly ExpectedFinding[];
  /** The code after the correction, or every file that it changes; required when a finding offers one. */
  readonly fixed?: string | Readonly<Record<string, string>>;
}

/** What `testRule` tries a rule with. */
export interface RuleCases {
  readonly valid: readonly ValidCase[];
  readonly invalid: readonly InvalidCase[];
}

/** Where the code of a case stands. */
export function codeFile({ file = 'image.pkr.hcl' }: RuleCase): string {
  return file;
}

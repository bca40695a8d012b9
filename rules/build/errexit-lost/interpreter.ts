/** How a command starts a script: the interpreter with its options, up to the script's path. */
const interpreter =
  /(?:^|[\s;&|'"(])((?:\/\S+\/)?(?:ba|da|z|k|a)?sh)((?:\s+-(?:o\s+\w+|[\w-]+))*)(?=\s+\\?["']?\{\{[\s-]*\.Path\b)/;

export interface StartedBy {
  /** Such as `bash -x`. */
  readonly written: string;
  readonly program: string;
  readonly stopsOnErrors: boolean;
}

/** The interpreter that a command names before the script; undefined where the script's own first line counts. */
export function startedBy(command: string): StartedBy | undefined {
  const match = interpreter.exec(command);
  if (!match) return undefined;
  const [, program = '', options = ''] = match;
  if (/\s-\w*c\b/.test(options)) return undefined;
  return { written: program + options, program, stopsOnErrors: hasErrexit(options) };
}

/** Whether options of a shell, such as `-eux` or `-o errexit`, make it stop at the first error. */
export function hasErrexit(options: string): boolean {
  return /(?:^|\s)-[A-Za-z]*e[A-Za-z]*(?=\s|$)/.test(options) || /-o\s+errexit\b/.test(options);
}

/** One line as Packer shows it to people, taken apart. */
export interface UiLine {
  /** Name of the build that speaks; undefined for lines about the whole run. */
  readonly build: string | undefined;
  /** Post-processor that speaks for the build, such as `shell-local`. */
  readonly label: string | undefined;
  /** `==>` marks a heading, four spaces mark output; which is which depends on the version. */
  readonly mark: 'heading' | 'output' | 'none';
  readonly text: string;
  /** Milliseconds since the epoch when `-timestamp-ui` put a time in front. */
  readonly at: number | undefined;
}

const colour = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');
const time = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)): /;
const prefix = /^(==>| {3}) ([^\s:]+)(?: \(([^)]+)\))?:(?: (.*))?$/s;
const nextLine = /\\n(?=(?:==>| {3}) [^\s:]+(?: \([^)]+\))?:)/;

/**
 * The lines of one `ui` record. Every further line of a build's message carries the build's name again, so a `\n` without
 * it is text that a script printed, such as a Windows path.
 */
export function splitUiText(text: string, names: readonly string[] = []): readonly string[] {
  const clean = text.replaceAll('\\r', '').replace(colour, '');
  const attributed = parseUiLine(clean, names).build !== undefined;
  return attributed ? clean.split(nextLine) : clean.split('\\n');
}

/** Takes one shown line apart; `names`, when given, are the only build names that count. */
export function parseUiLine(line: string, names: readonly string[] = []): UiLine {
  const clean = line.replace(colour, '');
  const stamp = time.exec(clean);
  const rest = stamp ? clean.slice(stamp[0].length) : clean;
  const at = stamp ? Date.parse(stamp[1] ?? '') : undefined;
  const parts = prefix.exec(rest);
  const build = parts?.[2];
  if (!parts || !build || (names.length > 0 && !names.includes(build)))
    return { build: undefined, label: undefined, mark: 'none', text: rest, at };
  return {
    build,
    label: parts[3],
    mark: parts[1] === '==>' ? 'heading' : 'output',
    text: parts[4] ?? '',
    at,
  };
}

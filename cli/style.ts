import picocolors from 'picocolors';
import type { Screen } from './output.ts';

type Paint = (text: string) => string;

/** How text looks on a screen: colours where they are wanted, signs that its font has. */
export interface Style {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly red: Paint;
  readonly green: Paint;
  readonly yellow: Paint;
  readonly cyan: Paint;
  readonly signs: Signs;
}

const unicode = {
  ok: '✓',
  fail: '✗',
  warn: '!',
  go: '▸',
  next: '→',
  skip: '○',
  dot: '·',
  spin: '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏',
};
const ascii: Signs = {
  ok: '+',
  fail: 'x',
  warn: '!',
  go: '>',
  next: '->',
  skip: 'o',
  dot: '-',
  spin: '|/-\\',
};
type Signs = typeof unicode;

type Environment = Readonly<Record<string, string | undefined>>;

/** Colours on a terminal only, unless FORCE_COLOR asks for them; NO_COLOR and --no-color turn them off. */
export function wantsColor(screen: Pick<Screen, 'isTTY'>, env: Environment, noColor: boolean): boolean {
  if (noColor || env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return screen.isTTY && env.TERM !== 'dumb';
}

/** The Linux console and old Windows consoles have no braille and no arrows. */
function hasUnicode(env: Environment, platform: string): boolean {
  if (platform !== 'win32') return env.TERM !== 'linux';
  return env.WT_SESSION !== undefined || env.TERM_PROGRAM === 'vscode' || env.CI !== undefined;
}

export interface StyleOptions {
  readonly env: Environment;
  readonly noColor: boolean;
  readonly platform?: string;
}

/** The style for one screen. */
export function styleFor(screen: Pick<Screen, 'isTTY'>, options: StyleOptions): Style {
  const { bold, dim, red, green, yellow, cyan } = picocolors.createColors(
    wantsColor(screen, options.env, options.noColor),
  );
  const signs = hasUnicode(options.env, options.platform ?? process.platform) ? unicode : ascii;
  return { bold, dim, red, green, yellow, cyan, signs };
}

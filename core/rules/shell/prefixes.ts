/** What a program that starts another one takes before that one's name. */
interface Wrapper {
  /** Short options that take a value. */
  readonly short: string;
  /** Long options that take a value. */
  readonly long?: readonly string[];
  /** Arguments before the command. */
  readonly arguments?: number;
}

const wrappers: Readonly<Record<string, Wrapper>> = {
  sudo: {
    short: 'ughpCrtTUDR',
    long: ['--user', '--group', '--host', '--prompt', '--chdir', '--role', '--type'],
  },
  doas: { short: 'uC' },
  env: { short: 'uC', long: ['--unset', '--chdir'] },
  nice: { short: 'n' },
  ionice: { short: 'cnp' },
  timeout: { short: 'sk', arguments: 1 },
  nohup: { short: '' },
  setsid: { short: '' },
  stdbuf: { short: 'ioe' },
  command: { short: '' },
  builtin: { short: '' },
  exec: { short: 'a' },
  chroot: { short: '', arguments: 1 },
  xargs: { short: 'nILPdEsa' },
  'in-target': { short: '' },
};

/** How many words from `at` on only start the command behind them; 0 when there is no such program. */
export function prefixLength(words: readonly string[], at: number): number {
  const program = words[at]?.replace(/^.*\//, '') ?? '';
  if (program === 'curtin' && words[at + 1] === 'in-target') return 1 + prefixLength(words, at + 1);
  const wrapper = Object.hasOwn(wrappers, program) ? wrappers[program] : undefined;
  // `command -v curl` looks a program up and runs nothing.
  if (!wrapper || (program === 'command' && /^-[vV]$/.test(words[at + 1] ?? ''))) return 0;
  let next = at + 1;
  while (words[next]?.startsWith('-')) {
    const option = words[next] ?? '';
    next += takesValue(wrapper, option) ? 2 : 1;
    if (option === '--') break;
  }
  return Math.min(next + (wrapper.arguments ?? 0), words.length) - at;
}

function takesValue({ short, long = [] }: Wrapper, option: string): boolean {
  if (option.startsWith('--')) return long.includes(option);
  return option.length > 1 && short.includes(option.at(-1) ?? '');
}

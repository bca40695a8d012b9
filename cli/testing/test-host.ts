import type { Invocation } from '../invocation.ts';
import type { Output, Screen } from '../output.ts';

/** Output for tests: keeps what was written. */
export function recordedOutput(screen: Partial<Screen> = {}): Output & {
  readonly written: { out: string; err: string };
} {
  const written = { out: '', err: '' };
  const shown: Screen = {
    isTTY: false,
    columns: undefined,
    rows: undefined,
    stream: process.stdout,
    ...screen,
  };
  return {
    written,
    stdout: shown,
    stderr: shown,
    out: (text) => {
      written.out += `${text}\n`;
    },
    err: (text) => {
      written.err += `${text}\n`;
    },
    clearBefore: () => {},
  };
}

/** A host for tests, in a folder of its own. */
export function testHost(cwd = '/nowhere'): Pick<Invocation, 'cwd' | 'env'> & {
  readonly output: ReturnType<typeof recordedOutput>;
} {
  return { output: recordedOutput(), cwd, env: {} };
}

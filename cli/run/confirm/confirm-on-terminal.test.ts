import { PassThrough } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { commandNamed } from '../../commands.ts';
import { parseOptions } from '../../parse-options.ts';
import { samplePlan } from '../../testing/sample-recovery.ts';
import { sampleTarget } from '../../testing/sample-run.ts';
import { recordedOutput } from '../../testing/test-host.ts';
import { confirmOnTerminal } from './confirm-on-terminal.ts';

interface Setting {
  readonly argv?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly isTTY?: boolean;
  readonly stdinIsTTY?: boolean;
}

/** A terminal that a test types on. */
function terminal({ argv = [], env = {}, isTTY = true, stdinIsTTY = true }: Setting = {}) {
  const spec = commandNamed('run');
  if (!spec) throw new TypeError('there is no run command');
  const stdin = Object.assign(new PassThrough(), { isTTY: stdinIsTTY, setRawMode: () => stdin });
  const screen = Object.assign(new PassThrough(), { isTTY, columns: 80, rows: 24 });
  const done: string[] = [];
  let shown = '';
  screen.on('data', (data) => {
    shown += data;
  });
  const output = recordedOutput({ isTTY, columns: 80, rows: 24, stream: screen as never });
  const { options } = parseOptions(spec, argv);
  const hold = () => {
    done.push('held');
    return () => done.push('released');
  };
  const { confirm } = confirmOnTerminal({ env, options, output }, { hold }, () => ({
    stdin: stdin as never,
    interrupt: () => done.push('interrupted'),
  }));
  return { confirm, stdin, output, done, shown: () => stripVTControlCharacters(shown) };
}

const question = { target: sampleTarget('qemu', 'a'), plan: samplePlan({ mode: 'ask' }) };

/** Asks, waits until the question is on the screen, and types. */
async function answerTo(keys: string, setting?: Setting, signal = new AbortController().signal) {
  const { confirm, stdin, shown, ...rest } = terminal(setting);
  const answer = confirm?.(question, signal);
  while (!shown().includes('again?')) await turn();
  stdin.write(keys);
  return { answer: await answer, ...rest };
}

test('the question shows what would be done, and holds the run’s own output until it is answered', async () => {
  const { answer, output, done } = await answerTo('y');

  expect(answer).toBe(true);
  expect(stripVTControlCharacters(output.written.err)).toBe(`
! qemu.a failed: ssh-timeout (guest)
  What would be done, 60 % sure:
    ▸ Raise ssh_timeout from 20s to 40s.
        images/a.pkr.hcl:2
        - ssh_timeout = "20s"
        + ssh_timeout = "40s"
    ▸ Build again.
    When it does not help: Build with ssh_timeout as written again.
`);
  expect(done).toEqual(['held', 'released']);
});

test.each([
  ['n', 'n'],
  ['Enter alone', '\r'],
  ['Ctrl-D', '\u0004'],
])('%s is a no', async (_, keys) => {
  const { answer, done } = await answerTo(keys);

  expect(answer).toBe(false);
  expect(done).toEqual(['held', 'released']);
});

test('Ctrl-C is a no, and interrupts the run', async () => {
  const { answer, done } = await answerTo('\u0003');

  expect(answer).toBe(false);
  expect(done).toEqual(['held', 'interrupted', 'released']);
});

test('a run that is interrupted meanwhile takes the question away', async () => {
  const interruption = new AbortController();
  const { confirm, shown, done } = terminal();

  const answer = confirm?.(question, interruption.signal);
  while (!shown().includes('again?')) await turn();
  interruption.abort();

  expect(await answer).toBe(false);
  expect(done).toEqual(['held', 'released']);
});

test('a terminal that goes away is a no', async () => {
  const { confirm, stdin, shown } = terminal();

  const answer = confirm?.(question, new AbortController().signal);
  while (!shown().includes('again?')) await turn();
  stdin.end();

  expect(await answer).toBe(false);
});

test.each<[string, Setting]>([
  ['output that no person reads', { argv: ['--format', 'ndjson'] }],
  ['a CI job', { env: { CI: 'true' } }],
  ['a terminal that cannot draw', { env: { TERM: 'dumb' } }],
  ['an output that is no terminal', { isTTY: false }],
  ['an input that is no terminal', { stdinIsTTY: false }],
])('nobody is asked with %s', (_, setting) => {
  expect(terminal(setting).confirm).toBeUndefined();
});

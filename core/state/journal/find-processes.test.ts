import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createProcesses, createSecrets } from '../../process/index.ts';
import { signalGroup } from '../../process/process-group.ts';
import { endProcesses } from './end-processes.ts';
import { leftProcesses } from './find-processes.ts';
import { journalPath } from './journal-paths.ts';
import { type Journal, openJournal } from './open-journal.ts';
import { processJournal } from './process-entry.ts';
import { readJournal } from './read-journals.ts';
import { RUN_MARK } from './run-mark.ts';
import { testFolders } from './testing/test-folders.ts';

let root: string;
let journal: Journal;
const run = '20260101-000000-left';
const secrets = createSecrets();
const children: ChildProcess[] = [];
const report = () => readJournal(journalPath(testFolders(root), run), run);

/** A script that says when it is ready, in a group of its own. */
async function start(script: string, env: Record<string, string> = {}): Promise<number> {
  const child = spawn('sh', ['-c', script], {
    detached: true,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  children.push(child);
  await new Promise((resolve) => child.stdout?.once('data', resolve));
  return Number(child.pid);
}

beforeEach((ctx) => {
  if (!existsSync('/proc/self/environ')) ctx.skip('processes are told apart by /proc, which only Linux has');
  root = mkdtempSync(join(tmpdir(), 'left-'));
  journal = openJournal(testFolders(root), { run, secrets });
});
afterEach(() => {
  for (const { pid } of children.splice(0)) if (pid) signalGroup(pid, 'SIGKILL');
  if (root) rmSync(root, { recursive: true, force: true });
});

describe('processes of a run', () => {
  it('are those that bear its mark, whoever started them; others with similar marks are not', async () => {
    const ours = await start('sleep 60 & echo ready; wait', { [RUN_MARK]: run });
    const others = [
      await start('echo ready; exec sleep 60', { [RUN_MARK]: `${run}x` }),
      await start('echo ready; exec sleep 60', { [`X_${RUN_MARK}`]: run }),
      await start('echo ready; exec sleep 60'),
    ];

    const left = leftProcesses(await report()).map(({ pid }) => pid);

    expect(left).toContain(ours);
    expect(left.length).toBe(2);
    expect(left.filter((pid) => others.includes(pid))).toEqual([]);
  });

  it('are those that the journal names by number, start and command', async () => {
    const pid = await start('echo ready; exec sleep 61');
    const named = processJournal(journal).intend('sleep 61');
    named.started(pid);
    const reused = journal.open({ kind: 'process', command: 'sleep 61' });
    reused.saw({ pid: await start('echo ready; exec sleep 61'), start: 1, group: 1 });
    const renamed = processJournal(journal).intend('sleep 62');
    renamed.started(await start('echo ready; exec sleep 61'));
    while (leftProcesses(await report()).length === 0);

    const left = leftProcesses(await report());

    expect(left.map((each) => [each.pid, each.command])).toEqual([[pid, 'sleep 61']]);
  });

  it('are none after the machine was started anew', async () => {
    await start('echo ready; exec sleep 60', { [RUN_MARK]: run });
    const { self, ...rest } = await report();

    const left = self && leftProcesses({ ...rest, self: { ...self, boot: 'earlier' } });

    expect(left).toEqual([]);
  });

  it('get their mark from whoever starts programs, whatever the caller says', async () => {
    const processes = createProcesses({ secrets, mark: { [RUN_MARK]: run } });

    const { stdoutTail } = await processes.run('sh', ['-c', `echo $${RUN_MARK}`], {
      env: { [RUN_MARK]: 'x' },
    });

    expect(stdoutTail).toBe(run);
  });
});

it('ends them all, those that do not listen too, and nobody else', async () => {
  await start('trap "" TERM; echo ready; while :; do sleep 1; done', { [RUN_MARK]: run });
  const other = await start('echo ready; exec sleep 60', { [RUN_MARK]: 'another' });
  const journalled = await report();
  const { signal } = new AbortController();

  const still = await endProcesses(() => leftProcesses(journalled), { signal, gently: true, graceMs: 200 });

  expect(still).toEqual([]);
  expect(leftProcesses(journalled)).toEqual([]);
  expect(existsSync(`/proc/${other}`)).toBe(true);
});

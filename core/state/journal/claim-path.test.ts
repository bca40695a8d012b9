import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createSecrets } from '../../process/index.ts';
import { claimPath, pathEntries } from './claim-path.ts';
import { journalPath } from './journal-paths.ts';
import { type Journal, openJournal } from './open-journal.ts';
import { provePath } from './prove-path.ts';
import { readJournal } from './read-journals.ts';
import { RUN_MARK } from './run-mark.ts';
import { killRun } from './testing/dead-run.ts';
import { testFolders } from './testing/test-folders.ts';

let root: string;
const folders = () => testFolders(root);
const begin = (run: string) => openJournal(folders(), { run, secrets: createSecrets() });
const claim = (journal: Journal, path: string) =>
  claimPath(path, { folders: folders(), journal, target: 'qemu-a' });

/** Verdicts about everything that a run left open. */
async function verdicts(run: string, images: readonly string[] = []) {
  const report = await readJournal(journalPath(folders(), run), run);
  return pathEntries(report).map((entry) => provePath(entry, { folders: folders(), images }));
}

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'claims-')));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a claim', () => {
  it('makes what comes to stand there the run’s', async () => {
    const output = await claim(begin('run-1'), join(root, 'out'));
    const before = await verdicts('run-1');
    mkdirSync(join(root, 'out'));

    const after = await verdicts('run-1');

    expect(output.ours).toBe(true);
    expect([before, after]).toEqual([[{ is: 'gone' }], [{ is: 'ours' }]]);
  });

  it('is not made on what was there before', async () => {
    mkdirSync(join(root, 'out'));

    const output = await claim(begin('run-1'), join(root, 'out'));

    expect(output.ours).toBe(false);
    expect(await verdicts('run-1')).toEqual([]);
  });

  it('does not cover another folder of that name', async () => {
    const output = await claim(begin('run-1'), join(root, 'out'));
    mkdirSync(join(root, 'out'));
    output.look();
    rmSync(join(root, 'out'), { recursive: true });
    mkdirSync(join(root, 'between'));
    mkdirSync(join(root, 'out'));

    expect(await verdicts('run-1')).toEqual([
      { is: 'not proven', reason: expect.stringContaining('another') },
    ]);
  });

  it('ends when the next run claims the path: what it builds there is not the killed run’s', async () => {
    await claim(begin('run-1'), join(root, 'out'));
    mkdirSync(join(root, 'out'));
    await killRun(folders(), 'run-1');

    const next = await claim(begin('run-2'), join(root, 'out'));

    expect(next.ours).toBe(true);
    expect(existsSync(journalPath(folders(), 'run-1'))).toBe(false);
    expect(await verdicts('run-2')).toEqual([{ is: 'ours' }]);
    next.close('kept');
    expect(await verdicts('run-2')).toEqual([]);
  });

  it('of a run that is under way is not taken over', async () => {
    await claim(begin('run-1'), join(root, 'out'));
    mkdirSync(join(root, 'out'));

    const next = await claim(begin('run-2'), join(root, 'out'));

    expect(next.ours).toBe(false);
    expect(await verdicts('run-1')).toEqual([{ is: 'ours' }]);
  });

  it('is refused while programs of a killed run live that may make it again', async (ctx) => {
    if (!existsSync('/proc/self/environ')) ctx.skip('programs are told apart by /proc, which only Linux has');
    await claim(begin('run-1'), join(root, 'out'));
    const env = { PATH: process.env.PATH, [RUN_MARK]: 'run-1' };
    const child = spawn('sleep', ['60'], { env });
    onTestFinished(() => void child.kill('SIGKILL'));
    await killRun(folders(), 'run-1');

    const next = begin('run-2');

    await expect(claim(next, join(root, 'out'))).rejects.toMatchObject({
      code: 'PH_PATH_IN_USE',
      context: { path: join(root, 'out'), run: 'run-1', processes: [child.pid] },
      remedy: expect.stringContaining('packer-hybrid reap'),
    });
    expect((await claim(next, join(root, 'elsewhere'))).ours).toBe(true);
  });

  it('is granted once they have ended', async () => {
    await claim(begin('run-1'), join(root, 'out'));
    const child = spawn('true', { env: { PATH: process.env.PATH, [RUN_MARK]: 'run-1' } });
    await once(child, 'exit');
    await killRun(folders(), 'run-1');

    expect((await claim(begin('run-2'), join(root, 'out'))).ours).toBe(true);
  });

  it('is one for every attempt of a run', async () => {
    const journal = begin('run-1');
    const first = await claim(journal, join(root, 'out'));
    mkdirSync(join(root, 'out'));

    const second = await claim(journal, join(root, 'out'));
    const ours = [first.ours, second.ours];
    second.close('kept');

    expect(ours).toEqual([true, true]);
    expect(await verdicts('run-1')).toEqual([]);
  });
});

it('two targets of a run do not make the same, even when they begin at once', async () => {
  const journal = begin('run-1');
  const path = join(root, 'out');
  const other = () => claimPath(path, { folders: folders(), journal, target: 'qemu-b' });

  const both = await Promise.allSettled([claim(journal, path), other()]);
  const made = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const refused = both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  for (const one of made) one.close('gone');
  const later = await other();

  expect(made).toHaveLength(1);
  expect(refused).toMatchObject([{ code: 'PH_PATH_SHARED', context: { path } }]);
  expect(later.ours).toBe(true);
});

describe('what a run announced is kept when', () => {
  it('it is outside of the workspace', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'outside-'));
    await claim(begin('run-1'), join(outside, 'out'));
    mkdirSync(join(outside, 'out'));

    const found = await verdicts('run-1');
    rmSync(outside, { recursive: true });

    expect(found).toEqual([{ is: 'not proven', reason: expect.stringContaining('outside') }]);
  });

  it('a link leads out of the workspace', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'outside-'));
    symlinkSync(outside, join(root, 'link'));
    await claim(begin('run-1'), join(root, 'link', 'out'));
    mkdirSync(join(outside, 'out'));

    const found = await verdicts('run-1');
    rmSync(outside, { recursive: true });

    expect(found).toEqual([{ is: 'not proven', reason: expect.stringContaining('outside') }]);
  });

  it('it is a link itself', async () => {
    await claim(begin('run-1'), join(root, 'out'));
    mkdirSync(join(root, 'precious'));
    symlinkSync(join(root, 'precious'), join(root, 'out'));

    expect(await verdicts('run-1')).toEqual([
      { is: 'not proven', reason: expect.stringContaining('not the folder') },
    ]);
  });

  it('a folder of the workspace is in it', async () => {
    const journal = begin('run-1');
    await claim(journal, join(root, 'artifacts'));
    mkdirSync(join(root, 'artifacts'));

    expect(await verdicts('run-1')).toEqual([
      { is: 'not proven', reason: expect.stringContaining('folder of the workspace') },
    ]);
  });

  it('a finished image is in it', async () => {
    await claim(begin('run-1'), join(root, 'out'));
    mkdirSync(join(root, 'out'));
    writeFileSync(join(root, 'out', 'a.qcow2'), '');

    expect(await verdicts('run-1', [join(root, 'out', 'a.qcow2')])).toEqual([
      { is: 'not proven', reason: expect.stringContaining('finished image') },
    ]);
  });
});

it('only a temporary folder that was seen right after it was made is removed outside of the workspace', async () => {
  const path = join(tmpdir(), `ph-claims-${process.pid}`);
  const temporary = await claim(begin('run-1'), path);
  mkdirSync(path);

  const unseen = await verdicts('run-1');
  temporary.look();
  const seen = await verdicts('run-1');
  rmSync(path, { recursive: true });

  expect([unseen.map(({ is }) => is), seen.map(({ is }) => is)]).toEqual([['not proven'], ['ours']]);
});

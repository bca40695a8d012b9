import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSecrets } from '../../process/index.ts';
import { signalGroup } from '../../process/process-group.ts';
import { claimPath } from './claim-path.ts';
import { journalPath } from './journal-paths.ts';
import { type Journal, openJournal } from './open-journal.ts';
import { readJournal } from './read-journals.ts';
import { removeOwnPath } from './remove-own.ts';
import { RUN_MARK } from './run-mark.ts';
import { killRun } from './testing/dead-run.ts';
import { testFolders } from './testing/test-folders.ts';

const [dead, own] = ['20260101-000000-dead', '20260102-000000-own'];
const children: ChildProcess[] = [];
let root: string;

const folders = () => testFolders(root);
const output = () => join(root, 'out');
const begin = (run: string) => openJournal(folders(), { run, secrets: createSecrets() });
const claim = (journal: Journal) => claimPath(output(), { folders: folders(), journal, target: 'qemu-a' });
const remove = (images: readonly string[] = []) =>
  removeOwnPath(output(), { folders: folders(), run: own, target: 'qemu-a', images });
const openPaths = async (run: string) => (await readJournal(journalPath(folders(), run), run)).open;

/** A run that made the folder and was killed. */
async function killedRun(): Promise<Journal> {
  const journal = begin(dead);
  const made = await claim(journal);
  mkdirSync(output());
  made.look();
  journal.open({ kind: 'machine', platform: 'qemu', target: 'qemu-a' });
  return journal;
}

/** A shell that bears the mark of a run; it stays itself, since the environment of one that is about to become another shows for a moment as empty. */
async function alive(run: string): Promise<ChildProcess> {
  const env = { PATH: process.env.PATH, [RUN_MARK]: run };
  const child = spawn('sh', ['-c', 'sleep 60 & echo ready; wait'], {
    detached: true,
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  children.push(child);
  await new Promise((resolve) => child.stdout?.once('data', resolve));
  return child;
}

const ended = (child: ChildProcess) => new Promise<void>((done) => child.once('exit', () => done()));

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'own-')));
});
afterEach(() => {
  for (const { pid } of children.splice(0)) if (pid) signalGroup(pid, 'SIGKILL');
  rmSync(root, { recursive: true, force: true });
});

describe('what goes', () => {
  it('is what a killed run left, and its claim with it', async () => {
    await killedRun();
    await killRun(folders(), dead);

    await remove();

    expect(existsSync(output())).toBe(false);
    expect(await openPaths(dead)).toMatchObject([{ intent: { kind: 'machine' } }]);
  });

  it('is what this run made itself, and it may make it again', async () => {
    const made = await claim(begin(own));
    mkdirSync(output());
    made.look();

    await remove();

    expect(existsSync(output())).toBe(false);
    expect(await openPaths(own)).toHaveLength(1);
  });
});

describe('what stays', () => {
  const isRefused = (reason: RegExp) =>
    expect(remove()).rejects.toMatchObject({
      code: 'PH_RECOVERY_NOT_OURS',
      context: { reason: expect.stringMatching(reason) },
    });

  it('is what nobody announced', async () => {
    mkdirSync(output());
    begin(own);

    await isRefused(/no run of packer-hybrid announced it/);
    expect(existsSync(output())).toBe(true);
  });

  it('is what a run announced that is under way', async () => {
    await killedRun();

    await isRefused(/no run of packer-hybrid announced it/);
    expect(existsSync(output())).toBe(true);
  });

  it('is what another target of this run makes', async () => {
    const path = output();
    await claimPath(path, { folders: folders(), journal: begin(own), target: 'qemu-b' });
    mkdirSync(path);

    await isRefused(/no run of packer-hybrid announced it/);
    expect(existsSync(path)).toBe(true);
  });

  it('is another folder than the one that was made', async () => {
    const made = await claim(begin(own));
    mkdirSync(output());
    made.look();
    renameSync(output(), `${output()}-2`);
    mkdirSync(output());

    await isRefused(/another one than the run made/);
    expect(existsSync(output())).toBe(true);
  });

  it('is what holds a finished image', async () => {
    await killedRun();
    await killRun(folders(), dead);

    await expect(remove([join(output(), 'a.qcow2')])).rejects.toMatchObject({ code: 'PH_RECOVERY_NOT_OURS' });
    expect(existsSync(output())).toBe(true);
  });
});

describe('what a killed run left alive', () => {
  beforeEach((ctx) => {
    if (!existsSync('/proc/self/environ'))
      ctx.skip('processes are told apart by /proc, which only Linux has');
  });

  it('is ended first, also when this run has taken the folder over; nobody else is', async () => {
    await killedRun();
    const [theirs, other] = [await alive(dead), await alive(`${dead}x`)];
    await killRun(folders(), dead);
    await claim(begin(own));
    const gone = ended(theirs);

    await remove();

    await gone;
    expect(existsSync(output())).toBe(false);
    expect(other.signalCode).toBeNull();
    expect(existsSync(`/proc/${other.pid}`)).toBe(true);
  });

  it('keeps the folder from being removed while it builds other targets', async () => {
    const journal = await killedRun();
    journal.open({ kind: 'machine', platform: 'vsphere', target: 'vsphere-b' });
    const theirs = await alive(dead);
    await killRun(folders(), dead);

    await expect(remove()).rejects.toThrow(
      /still builds other targets; end them with `packer-hybrid reap` first/,
    );
    expect([existsSync(output()), existsSync(`/proc/${theirs.pid}`)]).toEqual([true, true]);
  });
});

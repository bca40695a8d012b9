import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Leftovers } from '../../core/plugin/index.ts';
import { createProcesses, createSecrets } from '../../core/process/index.ts';
import { claimPath, type Journal, openJournal, withLock } from '../../core/state/index.ts';
import { killRun } from '../../core/state/journal/testing/dead-run.ts';
import { testFolders } from '../../core/state/journal/testing/test-folders.ts';
import { ownerText } from '../../core/state/lock-owner.ts';
import { reapWorkspace } from './reap-workspace.ts';
import type { Reaping } from './reaping.ts';

let root: string;
const run = '20260101-000000-dead';
const secrets = createSecrets();
const folders = () => testFolders(root);
const journals = () => readdirSync(join(root, 'state', 'journal'));
const begin = (id = run) => openJournal(folders(), { run: id, secrets });

function reap(options: Partial<Reaping> & { readonly services?: Record<string, Leftovers> } = {}) {
  const { services = {}, ...rest } = options;
  return reapWorkspace({
    folders: folders(),
    dryRun: false,
    find: ((name: string) => services[name]) as Reaping['find'],
    processes: createProcesses({ secrets }),
    signal: new AbortController().signal,
    graceMs: 200,
    images: [],
    ...rest,
  });
}

/** A folder that a run announced and made. */
async function made(journal: Journal, name: string, target: string | null = null): Promise<string> {
  const path = join(root, name);
  const claim = await claimPath(path, { folders: folders(), journal, target });
  mkdirSync(path);
  writeFileSync(join(path, 'disk'), '');
  claim.look();
  return path;
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'reap-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('reaping', () => {
  it('finds nothing in a workspace in which nothing was run, and makes nothing there', async () => {
    const document = await reap();

    expect(document).toEqual({ version: 1, dry_run: false, leftovers: [], unsearched: [], skipped: [] });
    expect(readdirSync(root)).toEqual([]);
  });

  it('removes what a killed run made, and the second time finds nothing', async () => {
    const path = await made(begin(), 'out', 'qemu-a');
    mkdirSync(join(root, 'out-2'));
    await killRun(folders(), run);

    const first = await reap();
    const second = await reap();

    expect(first.leftovers).toEqual([
      { run, kind: 'folder', what: path, pid: null, outcome: 'removed', reason: null },
    ]);
    expect(second.leftovers).toEqual([]);
    expect([existsSync(path), existsSync(join(root, 'out-2')), journals()]).toEqual([false, true, []]);
  });

  it('only looks in a dry run', async () => {
    const path = await made(begin(), 'out');
    await killRun(folders(), run);
    const before = readFileSync(join(root, 'state', 'journal', `${run}.ndjson`), 'utf8');

    const { leftovers } = await reap({ dryRun: true });

    expect(leftovers).toMatchObject([{ what: path, outcome: 'found' }]);
    expect(existsSync(path)).toBe(true);
    expect(readFileSync(join(root, 'state', 'journal', `${run}.ndjson`), 'utf8')).toBe(before);
  });

  it('leaves a run alone that is under way, and says so', async () => {
    const path = await made(begin(), 'out');

    const document = await reap();

    expect(document.skipped).toEqual([{ run, reason: expect.stringContaining('under way') }]);
    expect([document.leftovers, existsSync(path)]).toEqual([[], true]);
  });

  it('keeps what it cannot prove, with the reason', async () => {
    const path = await made(begin(), 'out');
    await killRun(folders(), run);

    const { leftovers } = await reap({ images: [join(path, 'disk')] });

    expect(leftovers).toMatchObject([{ outcome: 'kept', reason: 'a finished image is in it' }]);
    expect(existsSync(path)).toBe(true);
  });

  it('does not touch the folder of a target that is being built', async () => {
    const path = await made(begin(), 'out', 'qemu-a');
    await killRun(folders(), run);

    mkdirSync(join(root, 'state', 'targets'), { recursive: true });
    writeFileSync(join(root, 'state', 'targets', 'qemu-a.lock'), ownerText(process.ppid));

    const { leftovers } = await reap();

    expect(leftovers).toMatchObject([{ outcome: 'failed', reason: expect.stringContaining('locked') }]);
    expect(existsSync(path)).toBe(true);
  });

  it('removes locks of dead processes, and no others', async () => {
    const folder = join(root, 'state', 'targets');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'foreign.lock'), '1 2 another machine');
    const dead = await lockOfDeadProcess(join(folder, 'qemu-a'));

    const { leftovers } = await reap();

    expect(leftovers).toMatchObject([{ run: null, kind: 'lock', what: dead, outcome: 'removed' }]);
    expect(readdirSync(folder)).toEqual(['foreign.lock']);
  });
});

describe('machines', () => {
  it('of a platform that nobody can search are said, until a person has looked', async () => {
    begin().open({ kind: 'machine', platform: 'proxmox', target: 'a' });
    await killRun(folders(), run);

    const first = await reap();
    const second = await reap();

    expect(first.unsearched).toMatchObject([{ run, platform: 'proxmox' }]);
    expect(first.unsearched[0]?.remedy).toContain(`${run}.ndjson`);
    expect(second.unsearched).toEqual(first.unsearched);
  });

  it('are destroyed by their platform', async () => {
    begin().open({ kind: 'machine', platform: 'cloud', target: 'a' });
    await killRun(folders(), run);
    const destroyed: string[] = [];
    const cloud: Leftovers = {
      find: async (request) => [
        { what: 'vm 7', remove: async () => void destroyed.push(request.run) },
        { what: 'vm 8', remove: () => Promise.reject(new Error('no permission')) },
      ],
    };

    const { leftovers } = await reap({ services: { 'leftovers/cloud': cloud } });

    expect(destroyed).toEqual([run]);
    expect(leftovers.map(({ what, outcome, reason }) => [what, outcome, reason])).toEqual([
      ['vm 7', 'removed', null],
      ['vm 8', 'failed', 'no permission'],
    ]);
    expect(journals()).toEqual([`${run}.ndjson`]);
  });
});

/** A lock as a process leaves it that is killed while it holds it. */
async function lockOfDeadProcess(path: string): Promise<string> {
  await withLock(path, async () => {
    const text = readFileSync(`${path}.lock`, 'utf8');
    writeFileSync(`${path}.dead`, text.replace(/^\d+/, String(2 ** 22 + 1)));
  });
  writeFileSync(`${path}.lock`, readFileSync(`${path}.dead`));
  rmSync(`${path}.dead`);
  return `${path}.lock`;
}

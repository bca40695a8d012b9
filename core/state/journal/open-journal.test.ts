import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSecrets } from '../../process/index.ts';
import { closeEntries } from './close-entries.ts';
import { nullJournal, openJournal } from './open-journal.ts';
import { processJournal } from './process-entry.ts';
import { readJournal, readJournals } from './read-journals.ts';
import { lifeOf } from './run-life.ts';
import { testFolders } from './testing/test-folders.ts';

let root: string;
const secrets = createSecrets(['s3cret-value']);
const folders = () => testFolders(root);
const journalFile = (run: string) => join(root, 'state', 'journal', `${run}.ndjson`);
const begin = (run: string) => openJournal(folders(), { run, secrets });
const linesOf = (run: string) => readFileSync(journalFile(run), 'utf8').trim().split('\n');

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'journal-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a journal', () => {
  it('is on the disk before what it announces, with secrets masked', () => {
    const journal = begin('run-1');

    journal.open({ kind: 'folder', path: '/w/s3cret-value/out', target: 'qemu-a' });

    const lines = linesOf('run-1').map((line) => JSON.parse(line));
    expect(lines).toMatchObject([
      { v: 1, id: 'run', kind: 'run', run: 'run-1', pid: process.pid },
      { v: 1, id: '1', kind: 'folder', path: '/w/***/out', target: 'qemu-a' },
    ]);
  });

  it('tells what is open, and what was seen of it', async () => {
    const journal = begin('run-1');
    const process = journal.open({ kind: 'process', command: 'sleep 1' });
    const machine = journal.open({ kind: 'machine', platform: 'qemu', target: 'a' });
    process.saw({ pid: 7, start: 99, group: 7 });
    machine.close('gone');

    const report = await readJournal(journalFile('run-1'), 'run-1');

    expect(report.open).toEqual([
      {
        id: '1',
        at: expect.any(String),
        intent: { kind: 'process', command: 'sleep 1' },
        saw: { pid: 7, start: 99, group: 7 },
      },
    ]);
  });

  it('goes away when everything is closed, and stays while something is open', async () => {
    const done = begin('run-1');
    done.open({ kind: 'process', command: 'true' }).close('gone');
    const left = begin('run-2');
    left.open({ kind: 'folder', path: join(root, 'out'), target: null });

    done.close();
    left.close();

    expect(readdirSync(join(root, 'state', 'journal'))).toEqual(['run-2.ndjson']);
    const [report] = await readJournals(folders());
    expect(report?.over).toBe(true);
    expect(report && lifeOf(report)).toBe('dead');
  });

  it('refuses to announce where nothing can be written', () => {
    writeFileSync(join(root, 'state'), 'a file where the folder should be');

    expect(() => begin('run-1')).toThrowError(expect.objectContaining({ code: 'PH_WORKSPACE_READONLY' }));
  });

  it('of a workspace that cannot be written announces nothing and fails nowhere', () => {
    nullJournal.open({ kind: 'process', command: 'true' }).close('gone');
    nullJournal.close();

    expect(readdirSync(root)).toEqual([]);
  });

  it('keeps two runs at once apart', async () => {
    const one = begin('run-1');
    const two = begin('run-2');
    one.open({ kind: 'machine', platform: 'qemu', target: 'a' });
    two.open({ kind: 'machine', platform: 'proxmox', target: 'b' });
    one.close();

    const reports = await readJournals(folders());

    expect(reports.map(({ run, over, open }) => [run, over, open.map(({ intent }) => intent)])).toEqual([
      ['run-1', true, [{ kind: 'machine', platform: 'qemu', target: 'a' }]],
      ['run-2', false, [{ kind: 'machine', platform: 'proxmox', target: 'b' }]],
    ]);
  });

  it('writes a program down before it starts and closes it after its end', async () => {
    const journal = begin('run-1');

    const record = processJournal(journal).intend('sleep 1');
    const [intended] = (await readJournal(journalFile('run-1'), 'run-1')).open;
    record.started(process.pid);
    const [started] = (await readJournal(journalFile('run-1'), 'run-1')).open;
    record.ended();
    const { open } = await readJournal(journalFile('run-1'), 'run-1');

    expect(intended).toMatchObject({ intent: { command: 'sleep 1' } });
    expect(started?.saw).toMatchObject({ pid: process.pid, group: process.pid });
    expect(open).toEqual([]);
  });
});

describe('a journal whose writer was killed', () => {
  it('is read without its torn last line', async () => {
    begin('run-1').open({ kind: 'machine', platform: 'qemu', target: 'a' });
    const whole = readFileSync(journalFile('run-1'), 'utf8');
    writeFileSync(journalFile('run-1'), `${whole}{"v":1,"at":"2026-01-01T00:00:00.000Z","id":"1","clo`);

    const { open } = await readJournal(journalFile('run-1'), 'run-1');

    expect(open.map(({ id }) => id)).toEqual(['1']);
  });

  it('can be closed after the torn line, and goes away then', async () => {
    begin('run-1').open({ kind: 'machine', platform: 'qemu', target: 'a' });
    writeFileSync(journalFile('run-1'), `${readFileSync(journalFile('run-1'), 'utf8')}{"v":1,"id":"2","kin`);
    const report = await readJournal(journalFile('run-1'), 'run-1');

    await closeEntries(report, report.open, 'reaped');

    expect(readdirSync(join(root, 'state', 'journal'))).toEqual([]);
  });

  it('is of a run that is over', async () => {
    begin('run-1');
    const text = readFileSync(journalFile('run-1'), 'utf8');
    const report = async (changed: string) => {
      writeFileSync(journalFile('run-1'), changed);
      return lifeOf(await readJournal(journalFile('run-1'), 'run-1'));
    };

    const lives = [
      await report(text),
      await report(text.replace(/"start":\d+/, '"start":1')),
      await report(text.replace(/"boot":"[^"]*"/, '"boot":"earlier"')),
      await report(text.replace(/"place":"[^"]*"/, '"place":"another machine"')),
      await report(''),
    ];

    expect(lives).toEqual(['alive', 'dead', 'dead', 'elsewhere', 'alive']);
  });
});

import { describe, expect, it } from 'vitest';
import type { LeftoverRequest, Leftovers } from '../../core/plugin/index.ts';
import { createProcesses, createSecrets } from '../../core/process/index.ts';
import type { JournalReport, MachineIntent } from '../../core/state/index.ts';
import { testFolders } from '../../core/state/journal/testing/test-folders.ts';
import { findMachines } from './find-machines.ts';
import type { Reaping } from './reaping.ts';

function journalOf(...intents: readonly Omit<MachineIntent, 'kind'>[]): JournalReport {
  const open = intents.map((intent, index) => ({
    ...{ id: String(index), at: '2026-01-01T00:00:00.000Z', saw: undefined },
    intent: { kind: 'machine' as const, ...intent },
  }));
  return { run: 'r', path: '/state/r.ndjson', self: undefined, over: false, open, takenOver: false };
}

function asking(service: Leftovers): Reaping {
  const secrets = createSecrets();
  return {
    ...{ folders: testFolders('/w'), dryRun: true, graceMs: 0, images: [] },
    find: ((_name: string) => service) as Reaping['find'],
    processes: createProcesses({ secrets }),
    signal: new AbortController().signal,
  };
}

/** A platform that answers with one machine per target that it is asked for. */
function cloud(mark?: Leftovers['mark']) {
  const asked: LeftoverRequest[] = [];
  const service: Leftovers = {
    ...(mark && { mark }),
    async find(request) {
      asked.push(request);
      return request.targets.map((what) => ({ what }));
    },
  };
  return { service, asked };
}

const mark = { isPut: () => true, remedy: 'Add three lines.' };

describe('findMachines', () => {
  it('asks a platform once for all targets that were being built on it', async () => {
    const { service, asked } = cloud();
    const journal = journalOf({ platform: 'cloud', target: 'a' }, { platform: 'cloud', target: 'b' });

    const { machines, unsearched } = await findMachines(journal, asking(service));

    expect(asked.map(({ run, targets }) => [run, targets])).toEqual([['r', ['a', 'b']]]);
    expect([machines.map(({ machine }) => machine.what), unsearched]).toEqual([['a', 'b'], []]);
  });

  it('tells of targets whose machines bear no mark, with the way out, and still asks for the others', async () => {
    const { service } = cloud(mark);
    const journal = journalOf(
      { platform: 'cloud', target: 'a', marked: true },
      { platform: 'cloud', target: 'b', marked: false },
      { platform: 'cloud', target: 'c' },
    );

    const { machines, unsearched } = await findMachines(journal, asking(service));

    expect(machines.map(({ machine }) => machine.what)).toEqual(['a']);
    expect(unsearched.map(({ reason }) => reason)).toEqual([
      'nobody can tell which machines were made for b and c',
    ]);
    expect(unsearched[0]?.remedy).toMatch(/then delete \/state\/r\.ndjson\. Add three lines\.$/);
  });

  it('does not ask where no machine bears a mark', async () => {
    const { service, asked } = cloud(mark);

    await findMachines(journalOf({ platform: 'cloud', target: 'a' }), asking(service));

    expect(asked).toEqual([]);
  });

  it('tells why a platform could not be asked', async () => {
    const service: Leftovers = { find: () => Promise.reject(new Error('the password is wrong')) };

    const { unsearched } = await findMachines(journalOf({ platform: 'cloud', target: 'a' }), asking(service));

    expect(unsearched.map(({ reason }) => reason)).toEqual(['the password is wrong']);
  });
});

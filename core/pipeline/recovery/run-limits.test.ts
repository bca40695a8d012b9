import { describe, expect, it } from 'vitest';
import { recoveryDefaults } from '../../plugin/index.ts';
import type { CommandResult, Diagnosis } from '../../schema/index.ts';
import { builds, engine, files, plugin } from '../testing/fake-plugins.ts';
import { fakeWorkspace, result } from '../testing/fake-workspace.ts';

const failed = result({ exit_code: 1, packer_exit_code: 1 });
const all = { command: 'run' };
const mirror: Diagnosis = {
  cause: 'package-mirror-failed',
  class: 'transient',
  retryable: true,
  confidence: 0.8,
  evidence: [{ line: 1, text: 'Hash Sum mismatch' }],
  remedy: 'Use another mirror.',
  action: 'retry-backoff',
};

const doctor = (diagnosis: Diagnosis) =>
  plugin('doctor', (api) => {
    api.on('diagnose', (context) => context.report(diagnosis));
    api.on('recover', () => ({ action: 'retry', reason: 'it may be back' }));
  });

async function runWith(
  diagnosis: Diagnosis,
  recovery: Partial<typeof recoveryDefaults>,
  build: () => CommandResult,
) {
  const workspace = await fakeWorkspace(files);
  const pipeline = await workspace.pipeline([engine(build), doctor(diagnosis)], {
    concurrency: { total: 1, platforms: {}, hosts: {} },
    recovery: { ...recoveryDefaults, ...recovery },
  });
  return { record: await pipeline.run(all), events: workspace.events };
}

describe('a cause that strikes target after target', () => {
  it('is told once, and nothing is tried against it any more', async () => {
    const { record, events } = await runWith(mirror, { breaker: 2 }, () => failed);

    expect(record.targets.map(({ attempts }) => attempts)).toEqual([2, 1]);
    expect(events.filter(({ type }) => type === 'breaker.opened')).toMatchObject([
      { cause: 'package-mirror-failed', targets: record.targets.map(({ target }) => target.id) },
    ]);
    expect(record.targets[1]?.recoveries[0]?.reason).toMatch(/struck 2 targets/);
  });

  it('is forgotten when a recovery from it worked', async () => {
    let builds = 0;
    const { record } = await runWith(mirror, { breaker: 2 }, () => {
      builds += 1;
      return builds % 2 === 1 ? failed : result();
    });

    expect(record.targets.map(({ status, attempts }) => [status, attempts])).toEqual([
      ['succeeded', 2],
      ['succeeded', 2],
    ]);
  });
});

describe('the ignore list', () => {
  const ignore = [
    { cause: 'package-mirror-failed', targets: ['*.two'], reason: 'The mirror of two is retired.' },
  ];

  it('lets the failures it names not count, with the reason on record', async () => {
    const { record } = await runWith(mirror, { ignore }, () => failed);

    expect(record.targets.map(({ status, exit_code, ignored }) => [status, exit_code, ignored])).toEqual([
      ['failed', 2, null],
      ['failed', 0, 'The mirror of two is retired.'],
    ]);
    expect(record.exit_code).toBe(2);
  });

  it('fits by what the failure says, too', async () => {
    const { record } = await runWith(
      mirror,
      { ignore: [{ message: '[Hh]ash Sum', targets: [], reason: 'Known.' }] },
      () => failed,
    );

    expect(record).toMatchObject({ exit_code: 0, status: 'succeeded' });
    expect(
      record.targets.every(({ publications, status }) => status === 'failed' && publications.length === 0),
    ).toBe(true);
  });

  it('never fits where trust is at stake', async () => {
    const { record } = await runWith(
      { ...mirror, class: 'security' },
      { ignore: [{ message: '.', targets: [], reason: 'Everything is fine.' }] },
      () => failed,
    );

    expect(record.exit_code).toBe(3);
  });
});

describe('a publication that the network broke', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  const publisher = (failures: number, error: Error) => {
    let calls = 0;
    return plugin('store', (api) =>
      api.on('publish', () => {
        calls += 1;
        if (calls <= failures) throw error;
        return { publication: { reference: `image-${calls}` } };
      }),
    );
  };
  const only = { ...all, only: ['pair.null.one'] };

  it('is done again without another build', async () => {
    const workspace = await fakeWorkspace(files);
    const pipeline = await workspace.pipeline([builds, publisher(1, refused)]);

    const record = await pipeline.run(only);

    expect(record.targets[0]).toMatchObject({
      status: 'succeeded',
      attempts: 1,
      publications: [{ reference: 'image-2' }],
      recoveries: [{ outcome: 'recovered', plan: { steps: [{ action: 'resume' }] } }],
    });
  });

  it.each([
    ['the retries are used up', { failures: 9, error: refused, recoveries: 1, exit_code: 2 }],
    [
      'it is another kind of failure',
      { failures: 1, error: new Error('no bucket'), recoveries: 0, exit_code: 1 },
    ],
  ])('ends when %s', async (_, { failures, error, recoveries, exit_code }) => {
    const workspace = await fakeWorkspace(files);
    const pipeline = await workspace.pipeline([builds, publisher(failures, error)]);

    const record = await pipeline.run(only);

    expect(record.targets[0]).toMatchObject({ status: 'failed', attempts: 1, exit_code });
    expect(record.targets[0]?.recoveries).toHaveLength(recoveries);
  });
});

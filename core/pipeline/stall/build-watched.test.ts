import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type BuildContext, recoveryDefaults, type StallSettings } from '../../plugin/index.ts';
import type { CommandResult, RunEvent } from '../../schema/index.ts';
import { engine, files, one } from '../testing/fake-plugins.ts';
import { fakeWorkspace, result, settings } from '../testing/fake-workspace.ts';

/** A tenth of a second is long enough to be noticed, and short enough to wait for. */
const SHORT = 0.1 / 60;

const step = { step: 'wait-for-ssh', kind: 'connect' };

function overrides(stall: Partial<StallSettings>) {
  const recovery = { ...recoveryDefaults, stall: { minutes: SHORT, factor: 1, abort: false, ...stall } };
  return { recovery, retry: { attempts: 0, wait: settings.retry.wait } };
}

/** A build that shows one step and then says nothing until `quiet` is over or it is told to end. */
function silent(quietMs: number, build: (aborted: boolean) => CommandResult = () => result()) {
  return engine(async ({ emit, signal }: BuildContext) => {
    emit({ type: 'step.started', ...step, text: 'Waiting for SSH' });
    await delay(quietMs, undefined, { signal }).catch(() => undefined);
    emit({ type: 'step.finished', ...step, ok: !signal.aborted, duration_ms: 1 });
    return build(signal.aborted);
  });
}

const stalls = (events: readonly RunEvent[]) => events.filter(({ type }) => type === 'stalled');

test('a silent build is told with advice, goes on, and is given that much time by the next run', async () => {
  const workspace = await fakeWorkspace(files);
  const pipeline = await workspace.pipeline([silent(180)], overrides({}));

  const first = await pipeline.run(one);
  const [told] = stalls(workspace.events);
  const second = await pipeline.run(one);

  expect([first.status, second.status]).toEqual(['succeeded', 'succeeded']);
  expect(told).toMatchObject({
    target: 'default/pair/null.one',
    step: 'wait-for-ssh',
    usual_seconds: null,
    aborts: false,
    advice: expect.stringContaining('console of the machine'),
  });
  const state = JSON.parse(await readFile(join(workspace.root, 'state', 'packer-hybrid.json'), 'utf8'));
  const [silences] = Object.values(state.silences);
  expect(silences).toEqual({
    '-': expect.any(Array),
    'wait-for-ssh': [expect.any(Number), expect.any(Number)],
  });
});

test('the silence of an earlier good build is not a stall', async () => {
  const workspace = await fakeWorkspace(files);
  const pipeline = await workspace.pipeline([silent(200)], overrides({ factor: 5 }));
  await pipeline.run(one);
  const before = stalls(workspace.events).length;

  await pipeline.run(one);

  expect(before).toBeGreaterThan(0);
  expect(stalls(workspace.events).length).toEqual(before);
});

test('the silence of a build that failed is no measure', async () => {
  const workspace = await fakeWorkspace(files);
  const pipeline = await workspace.pipeline(
    [silent(150, () => result({ exit_code: 1 }))],
    overrides({ factor: 5 }),
  );
  await pipeline.run(one);
  const before = stalls(workspace.events).length;

  await pipeline.run(one);

  expect(stalls(workspace.events).length).toBeGreaterThan(before);
});

test('with abort a stalled build is ended, and fails as something that may be tried again', async () => {
  const workspace = await fakeWorkspace(files);
  const interrupted = (aborted: boolean) => result({ exit_code: aborted ? 130 : 0 });
  const pipeline = await workspace.pipeline([silent(60_000, interrupted)], overrides({ abort: true }));

  const record = await pipeline.run(one);

  const [target] = record.targets;
  expect(record.exit_code).toEqual(2);
  expect(target).toMatchObject({ status: 'failed', exit_code: 2, result: { retryable: true } });
  expect(target?.failure?.remedy).toContain('recovery.stall.minutes');
  expect(stalls(workspace.events)).toEqual([expect.objectContaining({ aborts: true })]);
  const log = await readFile(join(record.log_dir, `${target?.target.slug}.log`), 'utf8');
  expect(log).toContain('was ended: it said nothing');
});

test('an engine that only throws when it is ended fails in the same way', async () => {
  const workspace = await fakeWorkspace(files);
  const throwing = engine(({ signal }) => delay(60_000, result(), { signal }));
  const pipeline = await workspace.pipeline([throwing], overrides({ abort: true }));

  const record = await pipeline.run(one);

  expect(record.targets[0]).toMatchObject({ status: 'failed', exit_code: 2, result: { retryable: true } });
});

test('an interruption of the run stays one, whatever the watch did before', async () => {
  const workspace = await fakeWorkspace(files);
  const interruption = new AbortController();
  const slowToEnd = engine(async ({ signal }) => {
    await delay(60_000, undefined, { signal }).catch(() => undefined);
    interruption.abort();
    return result({ exit_code: 130 });
  });
  const pipeline = await workspace.pipeline([slowToEnd], overrides({ abort: true }));

  const record = await pipeline.run({ ...one, signal: interruption.signal });

  expect(record.status).toEqual('interrupted');
});

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecoverContext, RecoveryActionContext } from 'packer-hybrid';
import { describe, expect, test } from 'vitest';
import { createSecrets } from '../../../core/process/index.ts';
import { claimPath, openJournal, removeOwnPath } from '../../../core/state/index.ts';
import { planRecovery } from '../plan-recovery.ts';
import { diagnosisOf, type FailedBuild, failedBuild } from '../testing/failed-build.ts';
import { removeLeftovers } from './remove-leftovers.ts';

const templateOf = (attributes: string) =>
  `source "qemu" "a" {\n${attributes}}\nbuild {\n  sources = ["source.qemu.a"]\n}\n`;

interface Left {
  readonly attributes?: string;
  readonly evidence?: string;
  /** The folder that is in the way. */
  readonly folder?: string;
}

/** A build that found something in its way, in a workspace with a journal. */
async function blocked({ attributes = '', evidence, folder = 'output-a' }: Left = {}) {
  const text = evidence ?? `Output directory '${folder}' already exists. It must not exist.`;
  const build = await failedBuild({
    cause: 'output-exists',
    diagnosis: { evidence: [{ line: 1, text }] },
    files: { 'a.pkr.hcl': templateOf(attributes) },
  });
  const { workspace } = build;
  const begin = (run: string) => openJournal(workspace, { run, secrets: createSecrets() });
  const journal = begin(build.run.id);
  const claim: RecoverContext['claim'] = (path) =>
    claimPath(path, { folders: workspace, journal, target: 'qemu-a' });
  const place = join(workspace.root, folder);
  const make = () => {
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'a.qcow2'), 'half an image');
  };
  return { build: { ...build, claim }, place, make, claim, begin };
}

/** Plans the removal and, where it is planned, does it through the door of the pipeline. */
async function remove(build: FailedBuild) {
  const proposal = await removeLeftovers.propose(build);
  if (!proposal || !('step' in proposal)) return proposal;
  const { workspace, run } = build;
  await removeLeftovers.execute?.({
    ...build,
    step: proposal.step,
    removeOwn: (path: string) =>
      removeOwnPath(path, { folders: workspace, run: run.id, target: 'qemu-a', images: [] }),
  } as unknown as RecoveryActionContext);
  return proposal;
}

describe('what an unfinished build left', () => {
  test('is removed when a killed run had announced it', async () => {
    const { build, place, make, begin } = await blocked();
    const killed = begin('20250101-000000-dead');
    const theirs = await claimPath(place, { folders: build.workspace, journal: killed, target: 'qemu-a' });
    make();
    theirs.look();
    killed.close();

    expect(await remove(build)).toMatchObject({
      step: { title: 'Remove output-a, which an unfinished build left.' },
    });
    expect(existsSync(place)).toBe(false);
  });

  test('is removed when an earlier attempt of this run had announced it', async () => {
    const { build, place, make, claim } = await blocked({
      attributes: '  output_directory = "out/a"\n',
      folder: 'out/a',
    });
    const own = await claim(place);
    make();
    own.look();

    expect(await remove(build)).toMatchObject({ step: { details: { path: 'out/a' } } });
    expect(existsSync(place)).toBe(false);
  });
});

describe('nothing is removed', () => {
  test('that was there before any run', async () => {
    const { build, place, make } = await blocked();
    make();

    expect(await remove(build)).toEqual({
      refusal: 'No unfinished build is known to have left output-a, so it is not removed.',
    });
    expect(existsSync(place)).toBe(true);
  });

  test('that the failure does not name', async () => {
    const { build, place, make, claim } = await blocked({
      evidence: "Output file 'other.box' already exists",
    });
    writeFileSync(join(build.workspace.root, 'other.box'), 'a box');
    await claim(place);
    make();

    expect(await remove(build)).toMatchObject({ refusal: expect.stringContaining('nothing that a build') });
    expect(existsSync(place)).toBe(true);
  });

  test.each([
    ['is gone', ''],
    ['only Packer knows', '  output_directory = timestamp()\n'],
  ])('where the folder %s', async (_, attributes) => {
    const { build } = await blocked({ attributes });

    expect(await remove(build)).toMatchObject({ refusal: expect.stringContaining('nothing that a build') });
  });

  test('beforehand that was there before any run', async () => {
    const { build, make } = await blocked();
    make();

    const diagnosis = diagnosisOf('api-connection-failed');

    expect(await removeLeftovers.propose({ ...build, diagnosis })).toBeUndefined();
  });
});

test('what a failed build left goes before it is built again, and is no reason to do so', async () => {
  const { build, place, make, claim } = await blocked();
  const own = await claim(place);
  make();
  own.look();
  const actionsAfter = async (cause: string) => {
    const { action, steps = [] } = await planRecovery({ ...build, diagnosis: diagnosisOf(cause) });
    return [action, ...steps.map((step) => step.action)];
  };

  expect(await actionsAfter('api-connection-failed')).toEqual(['retry', 'remove-leftovers', 'retry-backoff']);
  expect(await actionsAfter('script-failed')).toEqual(['escalate']);
  expect(await actionsAfter('plugin-crash')).toEqual(['escalate']);
  expect(await removeLeftovers.plan({ ...build, diagnosis: diagnosisOf('plugin-crash') })).toBeUndefined();
});

import { expect, test } from 'vitest';
import { sampleRun, sampleTarget, sampleTargetRecord } from '../../testing/sample-run.ts';
import { nextSteps } from './next-steps.ts';

const place = { cwd: '/w', workspaceRoot: '/w' };

const target = (more: Parameters<typeof sampleTargetRecord>[1]) =>
  sampleTargetRecord(sampleTarget('qemu', 'a'), more);

test('nothing is left after publish', () => {
  expect(nextSteps(sampleRun({ targets: [target({})] }), place)).toEqual([]);
});

test('a run that stopped on purpose goes on at the next stage', () => {
  expect(nextSteps(sampleRun({ targets: [target({ reached: 'build' })] }), place)).toEqual([
    'Go on: packer-hybrid run --from validate --run 20261124-100000-k3f9',
  ]);
});

test('a failed run continues at the earliest stage that a target still needs', () => {
  const targets = [
    target({}),
    target({ status: 'failed', reached: 'validate' }),
    target({ status: 'refused', reached: 'analyze' }),
  ];

  expect(nextSteps(sampleRun({ status: 'failed', targets }), place)[0]).toBe(
    'When that is mended: packer-hybrid run --from build --run 20261124-100000-k3f9',
  );
});

test('before the build there is nothing to keep: the same command does it again', () => {
  const targets = [target({ status: 'interrupted', reached: null })];

  expect(
    nextSteps(sampleRun({ status: 'interrupted', command: 'packer-hybrid run a', targets }), place)[0],
  ).toBe('Go on: packer-hybrid run a');
});

test('an unchanged run and a dry run say how to do it all the same', () => {
  expect(nextSteps(sampleRun({ targets: [target({ status: 'unchanged' })] }), place)[0]).toContain(
    '--skip-unchanged',
  );
  expect(
    nextSteps(sampleRun({ dry_run: true, targets: [target({ status: 'planned' })] }), place)[0],
  ).toContain('--dry-run');
});

test('a run that failed before it had targets has no stage to go on at', () => {
  expect(nextSteps(sampleRun({ status: 'failed', targets: [] }), place)).toEqual([]);
});

test('a failure that does not count is nothing to go on with', () => {
  const ignored = target({ status: 'failed', reached: 'analyze', ignored: 'The lab is being moved.' });

  expect(nextSteps(sampleRun({ targets: [ignored] }), place)).toEqual([]);
  expect(nextSteps(sampleRun({ targets: [ignored, target({ reached: 'build' })] }), place)).toEqual([
    'Go on: packer-hybrid run --from validate --run 20261124-100000-k3f9',
  ]);
});

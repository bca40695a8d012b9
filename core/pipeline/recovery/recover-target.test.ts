import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recoveryDefaults } from '../../plugin/index.ts';
import type { Diagnosis, RecoveryPlanInput } from '../../schema/index.ts';
import { plugin } from '../testing/fake-plugins.ts';
import { result } from '../testing/fake-workspace.ts';
import { editOf, failed, one, raised, scene, template, timeout } from '../testing/recovery-scene.ts';

describe('a recovery that edits the template', () => {
  it('builds from a copy with the change, says so, and leaves the file of the user alone', async () => {
    const seen: string[] = [];
    const { workspace, plugins } = await scene({
      build({ attempt, template: { files, sources } }) {
        const value = sources[0]?.body.attributes.find(({ name }) => name === 'ssh_timeout')?.text;
        seen.push(`${value} ${files[0]?.isOverlaid ?? false}`);
        return attempt === 1 ? failed : result();
      },
    });

    const record = await (await workspace.pipeline(plugins)).run(one);

    expect(seen).toEqual(['"5m" false', '"10m" true']);
    expect(await readFile(join(workspace.root, 'image/a.pkr.hcl'), 'utf8')).toEqual(template);
    expect(record.exit_code).toBe(0);
    expect(record.targets[0]?.recoveries).toMatchObject([
      {
        success: true,
        outcome: 'recovered',
        applied_fixes: [{ action: 'increase-timeout', ok: true }],
        confidence_improvement: 0.8,
        validation_results: [
          { check: 're-analysis', ok: true },
          { check: 'rebuild', ok: true },
          { check: 'artifacts', ok: true },
        ],
        rollback_plan: [{ action: 'increase-timeout', done: false }],
        learning_data: { cause: 'ssh-timeout', actions: ['increase-timeout'], outcome: 'recovered' },
      },
    ]);
  });

  it.each([
    ['weakens a check', 'ssh_host_key', '"5m"', '"10m"'],
    ['is no time limit', 'communicator', '"none"', '"ssh"'],
    ['goes beyond the ceiling', 'ssh_timeout', '"5m"', '"9h"'],
    ['brings more than it says', 'ssh_timeout', '"5m"', '"6m"\n  insecure_connection = true'],
    ['is no plain value', 'ssh_timeout', '"5m"', 'var.x'],
  ])('refuses an edit that %s', async (_, attribute, from, to) => {
    const edits = [editOf(attribute, from, to.startsWith('"6m"') ? '"6m"' : to)];
    const [edit] = edits;
    const smuggled = edit && { ...edit, edit: { ...edit.edit, new_text: to } };
    const plan = {
      ...raised,
      steps: [{ action: 'increase-timeout', title: 'x', edits: smuggled ? [smuggled] : [] }],
    };
    const { workspace, plugins } = await scene({ plan, build: () => failed });

    const record = await (await workspace.pipeline(plugins)).run(one);

    expect(record.targets[0]).toMatchObject({
      attempts: 1,
      exit_code: 2,
      recoveries: [{ outcome: 'failed', applied_fixes: [{ ok: false }] }],
    });
    expect(record.targets[0]?.recoveries[0]?.reason).toMatch(/A recovery may not set/);
  });

  it('takes a value that the user approved', async () => {
    const plan = {
      ...raised,
      steps: [{ action: 'increase-timeout', title: 'x', edits: [editOf('communicator', '"none"', '"ssh"')] }],
    };
    const { workspace, plugins } = await scene({
      plan,
      build: ({ attempt }) => (attempt === 1 ? failed : result()),
    });
    const pipeline = await workspace.pipeline(plugins, {
      recovery: { ...recoveryDefaults, approved: { communicator: ['ssh'] } },
    });

    const record = await pipeline.run(one);

    expect(record.targets[0]?.recoveries).toMatchObject([{ outcome: 'recovered' }]);
  });

  it('takes the change back when the corrected template has a finding that the gate refuses', async () => {
    const { workspace, plugins } = await scene({ build: () => failed });
    const critic = plugin('critic', (api) =>
      api.on('analyze', (context) => {
        const [read] = context.templates;
        if (!read?.files.some(({ isOverlaid }) => isOverlaid)) return;
        context.report({
          rule: 'x/long',
          family: 'x',
          severity: 'critical',
          message: 'Too long.',
          template: read.path,
        });
      }),
    );

    const record = await (await workspace.pipeline([...plugins, critic])).run(one);

    expect(record.targets[0]).toMatchObject({
      attempts: 1,
      recoveries: [{ outcome: 'failed', validation_results: [{ check: 're-analysis', ok: false }] }],
    });
  });
});

describe('policy and limits', () => {
  const guest = (mode: 'ask' | 'propose') => ({
    recovery: { ...recoveryDefaults, policy: { ...recoveryDefaults.policy, guest: mode } },
  });

  it('only proposes where the policy says so, and nobody can be asked', async () => {
    const { workspace, plugins } = await scene({ build: () => failed });
    const proposed = await (await workspace.pipeline(plugins, guest('propose'))).run(one);
    const unasked = await (await workspace.pipeline(plugins, guest('ask'))).run(one);

    const outcomes = [proposed, unasked].map(({ targets }) =>
      targets[0]?.recoveries.map(({ outcome }) => outcome),
    );

    expect(outcomes).toEqual([['proposed'], ['proposed']]);
    expect([proposed, unasked].map(({ targets }) => targets[0]?.attempts)).toEqual([1, 1]);
  });

  it.each([
    [true, 'recovered', 2],
    [false, 'declined', 1],
  ])('asks a person, who answers %s', async (answer, outcome, attempts) => {
    const { workspace, plugins } = await scene({
      build: ({ attempt }) => (attempt === 1 ? failed : result()),
    });
    const pipeline = await workspace.pipeline(plugins, guest('ask'));

    const record = await pipeline.run({ ...one, confirm: async () => answer });

    expect(record.targets[0]).toMatchObject({ attempts, recoveries: [{ outcome }] });
  });

  it('never does anything but the two safe actions where trust is at stake', async () => {
    const diagnosis: Diagnosis = { ...timeout, class: 'security', cause: 'iso-checksum-mismatch' };
    const { workspace, plugins } = await scene({ diagnosis, build: () => failed });

    const record = await (await workspace.pipeline(plugins)).run(one);

    expect(record.targets[0]).toMatchObject({
      attempts: 1,
      exit_code: 3,
      recoveries: [{ outcome: 'escalated' }],
    });
  });

  it('spends no more time than the budget', async () => {
    const plan: RecoveryPlanInput = { action: 'retry', reason: 'busy', wait_seconds: 120 };
    const { workspace, plugins } = await scene({ plan, build: () => failed });
    const pipeline = await workspace.pipeline(plugins, {
      recovery: { ...recoveryDefaults, budget: { minutesPerTarget: 1, minutesPerRun: 1 } },
    });

    const record = await pipeline.run(one);

    expect(record.targets[0]?.recoveries).toMatchObject([
      { outcome: 'escalated', reason: 'The time for recoveries is used up (ssh-timeout).' },
    ]);
  });
});

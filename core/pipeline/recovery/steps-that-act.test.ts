import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HybridError } from '../../errors/index.ts';
import type { RecoveryAction } from '../../plugin/index.ts';
import type { RecoveryPlanInput } from '../../schema/index.ts';
import { result } from '../testing/fake-workspace.ts';
import { failed, one, scene, template } from '../testing/recovery-scene.ts';

describe('steps that act', () => {
  const undone: string[] = [];
  const action = (id: string, execute: RecoveryAction['execute']): RecoveryAction => ({
    id,
    corrects: true,
    plan: () => undefined,
    ...(execute && { execute }),
  });
  const steps = (...ids: readonly string[]): RecoveryPlanInput => ({
    action: 'retry',
    reason: 'try',
    steps: ids.map((id) => ({ action: id, title: id })),
  });

  it('undoes what was done when a later step fails, and builds no more', async () => {
    const first = action('first', async () => ({
      detail: 'done',
      rollback: { title: 'Undo first.', undo: async () => void undone.push('first') },
    }));
    const second = action('second', async () => {
      throw new Error('no way');
    });
    const { workspace, plugins } = await scene({
      plan: steps('first', 'second'),
      actions: [first, second],
      build: () => failed,
    });

    const record = await (await workspace.pipeline(plugins)).run(one);

    expect(undone).toEqual(['first']);
    expect(record.targets[0]).toMatchObject({
      attempts: 1,
      recoveries: [
        {
          outcome: 'failed',
          applied_fixes: [{ ok: true }, { ok: false }],
          rollback_plan: [{ action: 'first', title: 'Undo first.', done: true }],
        },
      ],
    });
  });

  it('names the plugin whose action fails, and the one that a run waits for', async () => {
    const pending: unknown[] = [];
    const broken = action('broken', async () => {
      pending.push(pipeline.pending());
      throw new Error('no way');
    });
    const { workspace, plugins } = await scene({
      plan: steps('broken'),
      actions: [broken],
      build: () => failed,
    });
    const pipeline = await workspace.pipeline(plugins);

    const record = await pipeline.run(one);

    expect(pending).toMatchObject([[{ plugin: 'doctor', hook: 'recover' }]]);
    expect(record.targets[0]?.recoveries[0]?.reason).toMatch(/"?doctor"?.*recover.*no way/);
  });

  it('gives fresh credentials to the next build alone, masked everywhere', async () => {
    const seen: unknown[] = [];
    const fresh = action('fresh', async ({ setEnvironment }) => {
      setEnvironment({ PROXMOX_TOKEN: 'fresh-token-4711' });
      return { detail: 'renewed fresh-token-4711' };
    });
    const { workspace, plugins } = await scene({
      plan: steps('fresh'),
      actions: [fresh],
      build({ attempt, request }) {
        seen.push(request.environment);
        return attempt === 1 ? failed : result();
      },
    });

    const record = await (await workspace.pipeline(plugins)).run(one);

    expect(seen).toEqual([{}, { PROXMOX_TOKEN: 'fresh-token-4711' }]);
    expect(JSON.stringify(record)).not.toContain('4711');
    expect(JSON.stringify(workspace.events)).not.toContain('4711');
  });

  it.each([
    ['one after the other', 1, [2, 1]],
    ['at once', 2, [2, 2]],
  ])('gives what one target got to the others of its platform, built %s', async (_, total, attempts) => {
    const given: number[] = [];
    const fresh = action('fresh', async ({ setEnvironment, takeEnvironment }) => {
      if (takeEnvironment().length > 0) return { detail: 'taken' };
      given.push(1);
      setEnvironment({ PROXMOX_TOKEN: 'fresh-token-4711' });
      return { detail: 'renewed' };
    });
    const { workspace, plugins } = await scene({
      plan: steps('fresh'),
      actions: [fresh],
      build: ({ request }) => (request.environment.PROXMOX_TOKEN ? result() : failed),
    });
    const two = `${template}${template.replace('"one" {', '"two" {').replace('null.one', 'null.two')}`;
    await writeFile(join(workspace.root, 'image/a.pkr.hcl'), two);

    const pipeline = await workspace.pipeline(plugins, {
      concurrency: { total, platforms: { null: total }, hosts: {} },
    });
    const record = await pipeline.run(one);

    expect(record.targets.map((target) => target.attempts)).toEqual(attempts);
    expect(record.targets.map(({ status }) => status)).toEqual(['succeeded', 'succeeded']);
    expect(given).toEqual([1]);
  });

  it('never tries the same secret twice', async () => {
    const stale = action('stale', async ({ setEnvironment, secrets }) => {
      secrets.add('old-token-0815');
      setEnvironment({ PROXMOX_TOKEN: 'old-token-0815' });
      return { detail: 'renewed' };
    });
    const { workspace, plugins } = await scene({
      plan: steps('stale'),
      actions: [stale],
      build: () => failed,
    });

    const record = await (await workspace.pipeline(plugins)).run(one);

    expect(record.targets[0]).toMatchObject({ attempts: 1, recoveries: [{ outcome: 'failed' }] });
    expect(record.targets[0]?.recoveries[0]?.reason).toMatch(/are the ones that were refused/);
  });

  it('removes nothing that no run announced', async () => {
    const remove = action('remove', async ({ removeOwn, workspace }) => {
      await removeOwn(join(workspace.root, 'image'));
      return { detail: 'gone' };
    });
    const { workspace, plugins } = await scene({
      plan: steps('remove'),
      actions: [remove],
      build: () => failed,
    });

    const record = await (await workspace.pipeline(plugins)).run(one);

    expect(record.targets[0]?.recoveries[0]?.reason).toMatch(/is not removed/);
    expect(await readFile(join(workspace.root, 'image/a.pkr.hcl'), 'utf8')).toEqual(template);
  });

  it('ends with 3 when a step meets a violation of security, whatever the failure was', async () => {
    const install = action('install', async () => {
      throw new HybridError('PH_RECOVERY_PLUGIN_CHANGED', { command: 'packer init', reason: 'a checksum' });
    });
    const { workspace, plugins } = await scene({
      plan: steps('install'),
      actions: [install],
      build: () => failed,
    });

    const record = await (await workspace.pipeline(plugins)).run(one);

    expect(record.targets[0]).toMatchObject({ exit_code: 3, result: { exit_code: 3, retryable: false } });
  });

  it('ends at once when the run is cancelled while it waits', async () => {
    const stop = new AbortController();
    const { workspace, plugins } = await scene({
      plan: { action: 'retry', reason: 'busy', wait_seconds: 600 },
      build: () => failed,
    });
    const pipeline = await workspace.pipeline(plugins);
    pipeline.onEvent(({ type }) => {
      if (type === 'recovery.step.started')
        stop.abort(new HybridError('PH_INTERRUPTED', { signal: 'SIGINT' }));
    });

    const record = await pipeline.run({ ...one, signal: stop.signal });

    expect(record).toMatchObject({ status: 'interrupted', exit_code: 130 });
    expect(record.targets[0]?.recoveries).toMatchObject([
      { outcome: 'failed', reason: 'The run was interrupted by SIGINT.' },
    ]);
  });

  it('says which actions exist when a plan names another one', async () => {
    const { workspace, plugins } = await scene({ plan: steps('dance'), build: () => failed });

    const record = await (await workspace.pipeline(plugins)).run(one);

    expect(record.targets[0]?.recoveries[0]?.reason).toMatch(/No plugin contributes.*"dance"/);
  });
});

import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { HybridError } from '../errors/index.ts';
import {
  definePlugin,
  type HookHandler,
  type HookName,
  PLUGIN_API,
  registerPlugins,
} from '../plugin/index.ts';
import { createHookRunner } from './hook-runner.ts';
import { createHooks } from './hooks.ts';
import { policiesWith, type StagePolicies, stagePolicies } from './stage-policies.ts';

const never = new AbortController().signal;

async function runnerOf<K extends HookName>(
  hook: K,
  handlers: Readonly<Record<string, HookHandler<K>>>,
  policies: StagePolicies = stagePolicies,
) {
  const plugins = Object.entries(handlers).map(([name, handler]) =>
    definePlugin({ name, apiVersion: PLUGIN_API, setup: (api) => api.on(hook, handler) })(),
  );
  return createHookRunner(createHooks(await registerPlugins(plugins)), policies);
}

const call = (signal = never) => ({ signal, contextOf: (scope: unknown) => scope as never });
const hangs = () => new Promise<never>(() => undefined);

describe('collect', () => {
  it('runs every handler and gathers each failure by name, also a synchronous one', async () => {
    const ran: string[] = [];
    const runner = await runnerOf('preflight', {
      first() {
        throw new Error('one');
      },
      second: async () => void ran.push('second'),
      third: async () => Promise.reject(new Error('three')),
    });

    const failures = await runner.collect('preflight', call());

    expect(ran).toEqual(['second']);
    expect(failures.map(({ plugin, hook, error }) => [plugin, hook, error.message])).toEqual([
      ['first', 'preflight', 'Plugin "first" failed in "preflight": one'],
      ['third', 'preflight', 'Plugin "third" failed in "preflight": three'],
    ]);
  });

  it('stops waiting for a read-only handler at its deadline', async () => {
    const policies = policiesWith({ diagnose: 20 });
    const runner = await runnerOf('diagnose', { stuck: hangs }, policies);

    const failures = await runner.collect('diagnose', call());

    expect(failures.map(({ error }) => error.code)).toEqual(['PH_PLUGIN_TIMEOUT']);
    expect(runner.pending.size).toBe(0);
  });

  it('gives a late handler its grace time, then stops waiting and says so', async () => {
    const policies = {
      ...stagePolicies,
      validate: { ...stagePolicies.validate, deadlineMs: 10, graceMs: 30 },
    };
    const runner = await runnerOf('validate', { stuck: hangs }, policies);

    const [failure] = await runner.collect('validate', call());

    expect(failure?.error.code).toBe('PH_PLUGIN_UNRESPONSIVE');
    expect(failure?.error.cause).toMatchObject({ code: 'PH_PLUGIN_TIMEOUT' });
  });

  it('lists who has not answered yet', async () => {
    const stop = new AbortController();
    const runner = await runnerOf('diagnose', { stuck: hangs });

    const running = runner.collect('diagnose', { ...call(stop.signal), target: 'default/-/null.a' });
    const pending = [...runner.pending];
    stop.abort(new HybridError('PH_INTERRUPTED', { signal: 'SIGINT' }));
    await running;

    expect(pending).toMatchObject([{ plugin: 'stuck', hook: 'diagnose', target: 'default/-/null.a' }]);
  });
});

describe('bail', () => {
  it('asks one after the other until one answers', async () => {
    const asked: string[] = [];
    const runner = await runnerOf('recover', {
      no: () => void asked.push('no'),
      yes: () => ({ action: 'escalate', reason: 'unknown' }),
      late: () => void asked.push('late'),
    });

    const answer = await runner.bail('recover', call());

    expect(answer).toMatchObject({ plugin: 'yes', result: { action: 'escalate' } });
    expect(asked).toEqual(['no']);
  });

  it('lets a cancelled handler clean up and takes its answer', async () => {
    const stop = new AbortController();
    const cleaned: string[] = [];
    const runner = await runnerOf('recover', {
      async careful({ signal }) {
        await delay(60_000, undefined, { signal }).catch(() => undefined);
        await delay(20);
        cleaned.push('machine destroyed');
        return { action: 'escalate', reason: 'cancelled' };
      },
    });

    const running = runner.bail('recover', call(stop.signal));
    stop.abort(new HybridError('PH_INTERRUPTED', { signal: 'SIGINT' }));
    const answer = await running;

    expect(cleaned).toEqual(['machine destroyed']);
    expect(answer?.result.reason).toBe('cancelled');
  });

  it('gives the reason of the run when a cancelled handler fails', async () => {
    const stop = new AbortController();
    const runner = await runnerOf('recover', {
      fails: ({ signal }) => delay(60_000, undefined, { signal }),
    });

    const running = runner.bail('recover', call(stop.signal));
    stop.abort(new HybridError('PH_INTERRUPTED', { signal: 'SIGTERM' }));

    await expect(running).rejects.toMatchObject({ code: 'PH_INTERRUPTED' });
  });
});

describe('series', () => {
  it('stops at the first failure and tells what was done before', async () => {
    const answers: string[] = [];
    const runner = await runnerOf('publish', {
      first: () => ({ publication: { reference: 'one' } }),
      second: () => Promise.reject(new Error('quota')),
      third: () => ({ publication: { reference: 'three' } }),
    });

    const running = runner.series('publish', call(), ({ result }) => {
      answers.push(result.publication.reference);
    });

    await expect(running).rejects.toMatchObject({ code: 'PH_PLUGIN_FAILED', context: { plugin: 'second' } });
    expect(answers).toEqual(['one']);
  });
});

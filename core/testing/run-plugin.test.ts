import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { definePlugin, type HookName, PLUGIN_API, type PluginApi } from '../index.ts';
import { runPlugin } from './index.ts';

const files = {
  'image.pkr.hcl': 'source "null" "one" {}\nbuild {\n  sources = ["source.null.one"]\n}\n',
};
const plugin = (setup: (api: PluginApi<undefined>) => void) =>
  definePlugin({ name: 'tried', apiVersion: PLUGIN_API, setup })();

describe('runPlugin', () => {
  it.each<[HookName, readonly HookName[]]>([
    ['preflight', ['preflight', 'close']],
    ['analyze', ['preflight', 'analyze', 'close']],
    ['build', ['preflight', 'analyze', 'build', 'close']],
    ['publish', ['preflight', 'analyze', 'build', 'validate', 'publish', 'close']],
  ])('goes on until %s was called', async (hook, expected) => {
    const called: HookName[] = [];
    const tried = plugin(({ on }) => {
      on('preflight', () => void called.push('preflight'));
      on('analyze', () => void called.push('analyze'));
      on('build', () => void called.push('build'));
      on('validate', () => void called.push('validate'));
      on('publish', () => void called.push('publish'));
      on('close', () => void called.push('close'));
    });

    await runPlugin(tried, { hook, files });

    expect(called).toEqual(expected);
  });

  it('collects what a plugin reports, finds out and does', async () => {
    const tried = plugin(({ on }) => {
      on('preflight', ({ report, emit }) => {
        report({ id: 'tried/check', ok: true, message: 'It is fine.' });
        emit({ type: 'note', text: 'Hello.' });
      });
      on('analyze', ({ report }) =>
        report({ rule: 'tried/rule', family: 'tried', severity: 'low', message: 'Hm.' }),
      );
      on('validate', ({ report }) =>
        report({ id: 'tried', dimension: 'security', score: 1, detail: 'Good.' }),
      );
      on('publish', ({ artifacts }) => ({ publication: { reference: `made ${artifacts.length}` } }));
    });

    const outcome = await runPlugin(tried, { hook: 'publish', files });

    expect(outcome.checks.map(({ id }) => id)).toEqual(['tried/check']);
    expect(outcome.notes).toContain('Hello.');
    expect(outcome.findings.map(({ rule }) => rule)).toEqual(['tried/rule']);
    expect(outcome.evidence.map(({ id }) => id)).toEqual(['tried']);
    expect(outcome.publications.map(({ reference }) => reference)).toEqual(['made 0']);
    expect(outcome.failures).toEqual([]);
  });

  it('gives the stand-in engine the context of a build, and its answer to those who diagnose', async () => {
    const tried = plugin(({ on }) => {
      on('diagnose', ({ result, report }) =>
        report({
          cause: result.stderr,
          class: 'config',
          retryable: false,
          confidence: 1,
          evidence: [],
          remedy: 'Correct it.',
          action: 'escalate',
        }),
      );
    });

    const outcome = await runPlugin(tried, {
      hook: 'diagnose',
      files,
      build: ({ target }) => ({ exit_code: 1, packer_exit_code: 1, stderr: `no ${target.packer_name}` }),
    });

    expect(outcome.diagnoses.map(({ cause }) => cause)).toEqual(['no null.one']);
  });

  it('names a plugin that fails', async () => {
    const tried = plugin(({ on }) =>
      on('preflight', () => {
        throw new Error('broken');
      }),
    );

    const outcome = await runPlugin(tried, { hook: 'preflight', files });

    expect(outcome.failures.map(({ code, message }) => [code, message])).toEqual([
      ['PH_PLUGIN_FAILED', 'Plugin "tried" failed in "preflight": broken'],
    ]);
  });

  it('sets the environment for the run alone, also when runs are started together', async () => {
    const seen: (string | undefined)[] = [];
    const tried = plugin(({ on }) => on('preflight', () => void seen.push(process.env.TRIED)));
    const scenario = (value: string | undefined) =>
      ({ hook: 'preflight', files, env: { TRIED: value } }) as const;

    await Promise.all(['one', 'two', undefined].map((value) => runPlugin(tried, scenario(value))));

    expect(seen).toEqual(['one', 'two', undefined]);
    expect(process.env.TRIED).toBeUndefined();
  });

  it('keeps a workspace that the caller owns', async () => {
    const root = await mkdtemp(join(tmpdir(), 'owned-'));
    onTestFinished(() => rm(root, { recursive: true }));

    await runPlugin(
      plugin(() => undefined),
      { hook: 'preflight', files, root },
    );

    expect(await readdir(root)).toContain('image.pkr.hcl');
  });

  it('narrows the run to the targets that are meant', async () => {
    const text = `${files['image.pkr.hcl'].replace('"source.null.one"', '"source.null.one", "source.null.two"')}source "null" "two" {}\n`;

    const { record } = await runPlugin(
      plugin(() => undefined),
      {
        hook: 'preflight',
        files: { 'image.pkr.hcl': text },
        only: ['null.two'],
      },
    );

    expect(record.targets.map(({ target }) => target.packer_name)).toEqual(['null.two']);
  });
});

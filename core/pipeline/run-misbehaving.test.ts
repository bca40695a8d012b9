import { describe, expect, it } from 'vitest';
import { builds, engine, files, one, plugin } from './testing/fake-plugins.ts';
import { fakeWorkspace } from './testing/fake-workspace.ts';

describe('a plugin that misbehaves', () => {
  it('is named, and takes nobody down', async () => {
    const workspace = await fakeWorkspace(files);
    const rubbish = plugin('rubbish', (api) =>
      api.on('preflight', (context) => context.report({ nonsense: true } as never)),
    );
    const pipeline = await workspace.pipeline([rubbish, builds]);

    const record = await pipeline.run({ command: 'run' });

    expect(record.targets.map(({ status }) => status)).toEqual(['succeeded', 'succeeded']);
    expect(record.failures).toMatchObject([{ code: 'PH_PLUGIN_OUTPUT' }]);
    expect(record.failures[0]?.message).toContain('Plugin "rubbish"');
    expect(record.exit_code).toBe(1);
  });

  it('fails its target alone when its build answer is unusable', async () => {
    const workspace = await fakeWorkspace(files);
    const pipeline = await workspace.pipeline([engine(() => 'done' as never)]);

    const record = await pipeline.run(one);

    expect(record.targets[0]).toMatchObject({ status: 'failed', failure: { code: 'PH_PLUGIN_OUTPUT' } });
  });

  it('keeps its image from being published when its validation fails', async () => {
    const workspace = await fakeWorkspace(files);
    const published: string[] = [];
    const pipeline = await workspace.pipeline([
      builds,
      plugin('scorer', (api) => api.on('validate', () => Promise.reject(new Error('no licence')))),
      plugin('publisher', (api) => api.on('publish', (context) => void published.push(context.target.id))),
    ]);

    const record = await pipeline.run(one);

    expect(published).toEqual([]);
    expect(record.targets[0]).toMatchObject({ reached: 'build', failure: { code: 'PH_VALIDATION_FAILED' } });
  });
});

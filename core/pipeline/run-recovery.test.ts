import { describe, expect, it } from 'vitest';
import { engine, files, one, plugin } from './testing/fake-plugins.ts';
import { fakeWorkspace, result } from './testing/fake-workspace.ts';

describe('recovery', () => {
  const transient = plugin('signatures', (api) => {
    api.on('diagnose', (context) =>
      context.report({
        cause: 'network-reset',
        class: 'transient',
        retryable: true,
        confidence: 0.9,
        evidence: [{ line: 1, text: 'reset' }],
        remedy: 'Try again.',
        action: 'retry',
      }),
    );
    api.on('recover', () => ({ action: 'retry', reason: 'it was the network' }));
  });
  const failed = result({ exit_code: 1, packer_exit_code: 1 });

  it('retries a transient failure once and succeeds', async () => {
    const workspace = await fakeWorkspace(files);
    const pipeline = await workspace.pipeline([
      engine(({ attempt }) => (attempt === 1 ? failed : result())),
      transient,
    ]);

    const record = await pipeline.run(one);

    expect(record.targets[0]).toMatchObject({ status: 'succeeded', attempts: 2 });
    expect(record.exit_code).toBe(0);
  });

  it('ends as transient when the budget is spent', async () => {
    const workspace = await fakeWorkspace(files);
    const pipeline = await workspace.pipeline([engine(() => failed), transient]);

    const record = await pipeline.run(one);

    expect(record.targets[0]).toMatchObject({
      attempts: 2,
      exit_code: 2,
      result: { exit_code: 2, packer_exit_code: 1, retryable: true, remediation: 'Try again.' },
    });
    expect(record.exit_code).toBe(2);
  });

  it('never retries what nobody understands', async () => {
    const workspace = await fakeWorkspace(files);
    const pipeline = await workspace.pipeline([
      engine(() => failed),
      plugin('eager', (api) => api.on('recover', () => ({ action: 'retry', reason: 'why not' }))),
    ]);

    const record = await pipeline.run(one);

    expect(record.targets[0]).toMatchObject({ attempts: 1, exit_code: 1 });
  });
});

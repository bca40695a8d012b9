import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { builds, engine, files, one } from './testing/fake-plugins.ts';
import { fakeWorkspace, result } from './testing/fake-workspace.ts';

describe('two runs at once', () => {
  it('do not build the same target: the second says so and ends as transient', async () => {
    const workspace = await fakeWorkspace(files);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = engine(async () => {
      await held;
      return result();
    });
    const [first, second] = [await workspace.pipeline([slow]), await workspace.pipeline([builds])];

    const running = first.run(one);
    await delay(200);
    const refused = await second.run(one);
    release();

    expect(refused.targets[0]).toMatchObject({ exit_code: 2, failure: { code: 'PH_TARGET_BUSY' } });
    expect(await running).toMatchObject({ exit_code: 0 });
  });
});

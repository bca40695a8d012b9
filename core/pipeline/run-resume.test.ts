import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builds, engine, files, one, plugin } from './testing/fake-plugins.ts';
import { artifact, fakeWorkspace, result, twoNulls } from './testing/fake-workspace.ts';

describe('a second run', () => {
  it('skips a target whose inputs are the same, and builds it again after a change', async () => {
    const workspace = await fakeWorkspace(files);
    const pipeline = await workspace.pipeline([builds]);
    const again = { ...one, skipUnchanged: true };
    await pipeline.run(one);

    const second = await pipeline.run(again);
    await writeFile(join(workspace.root, 'pair.pkr.hcl'), `${twoNulls}\n# changed\n`);
    const third = await pipeline.run(again);

    expect(second.targets[0]?.status).toBe('unchanged');
    expect(third.targets[0]?.status).toBe('succeeded');
  });

  it('continues at publish with the image of the first', async () => {
    const workspace = await fakeWorkspace(files);
    let built = 0;
    const published: (readonly string[])[] = [];
    const pipeline = await workspace.pipeline([
      engine(() => {
        built += 1;
        return result({ artifacts: [artifact()] });
      }),
      plugin('publisher', (api) =>
        api.on(
          'publish',
          ({ artifacts }) => void published.push(artifacts.flatMap(({ image_ids }) => image_ids)),
        ),
      ),
    ]);
    const first = await pipeline.run({ ...one, until: 'validate' });

    const second = await pipeline.run({ ...one, from: 'publish', resume: 'latest' });

    expect(built).toBe(1);
    expect(published).toEqual([['image-1']]);
    expect(second).toMatchObject({ resumed_from: first.run, status: 'succeeded' });
  });

  it('says why a target cannot continue', async () => {
    const workspace = await fakeWorkspace(files);
    const pipeline = await workspace.pipeline([builds]);
    const first = await pipeline.run({ ...one, dryRun: true });

    const run = pipeline.run({ ...one, from: 'publish', resume: first.run });

    await expect(run).rejects.toMatchObject({ code: 'PH_RESUME_STAGE', context: { stage: 'publish' } });
  });

  it('names the runs there are when the one to resume is unknown', async () => {
    const workspace = await fakeWorkspace(files);
    const pipeline = await workspace.pipeline([builds]);

    const run = pipeline.run({ ...one, from: 'publish', resume: '19990101' });

    await expect(run).rejects.toMatchObject({ code: 'PH_RESUME_MISSING' });
  });
});

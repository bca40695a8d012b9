import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builds, engine, files, one, plugin } from './testing/fake-plugins.ts';
import { artifact, fakeWorkspace, result, twoNulls } from './testing/fake-workspace.ts';

describe('publication', () => {
  it('is taken back in reverse when a later publisher fails', async () => {
    const workspace = await fakeWorkspace(files);
    const retracted: string[] = [];
    const publisher = (name: string) =>
      plugin(name, (api) =>
        api.on('publish', () => ({
          publication: { reference: name },
          retract: async () => void retracted.push(name),
        })),
      );
    const broken = plugin('broken', (api) => api.on('publish', () => Promise.reject(new Error('quota'))));
    const pipeline = await workspace.pipeline([builds, publisher('first'), publisher('second'), broken]);

    const record = await pipeline.run(one);

    expect(retracted).toEqual(['second', 'first']);
    expect(record.targets[0]).toMatchObject({
      status: 'failed',
      reached: 'validate',
      publications: [
        { publisher: 'first', retracted: true },
        { publisher: 'second', retracted: true },
      ],
    });
  });

  it('is refused when an input changed after the build', async () => {
    const workspace = await fakeWorkspace(files);
    const pipeline = await workspace.pipeline([builds]);
    const first = await pipeline.run({ ...one, until: 'validate' });
    await writeFile(join(workspace.root, 'pair.pkr.hcl'), `${twoNulls}\n# changed\n`);

    const record = await pipeline.run({ ...one, from: 'publish', resume: first.run });

    expect(record.targets[0]).toMatchObject({
      status: 'failed',
      failure: { code: 'PH_PUBLISH_DRIFT', message: expect.stringContaining('pair.pkr.hcl') },
    });
  });

  it('is refused as a security violation when a file of the image changed', async () => {
    const workspace = await fakeWorkspace({ ...files, 'output/disk.img': 'changed' });
    const disk = { path: 'output/disk.img', size: 7, sha256: '0'.repeat(64) };
    const pipeline = await workspace.pipeline([
      engine(() => result({ artifacts: [artifact({ files: [disk] })] })),
    ]);

    const record = await pipeline.run(one);

    expect(record.targets[0]).toMatchObject({ failure: { code: 'PH_ARTIFACT_CHANGED' }, exit_code: 3 });
    expect(record.exit_code).toBe(3);
  });
});

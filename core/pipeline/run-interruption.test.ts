import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { HybridError } from '../errors/index.ts';
import { readRunRecord } from '../state/index.ts';
import { engine, files, one } from './testing/fake-plugins.ts';
import { fakeWorkspace, result } from './testing/fake-workspace.ts';

describe('interruption', () => {
  it('lets the engine clean up, ends with 130 and says so on disk', async () => {
    const workspace = await fakeWorkspace(files);
    const stop = new AbortController();
    const cleaned: string[] = [];
    const pipeline = await workspace.pipeline([
      engine(async ({ signal, target }) => {
        setTimeout(() => stop.abort(new HybridError('PH_INTERRUPTED', { signal: 'SIGINT' })), 10);
        await delay(60_000, undefined, { signal }).catch(() => undefined);
        cleaned.push(target.id);
        return result({ exit_code: 130, packer_exit_code: 1 });
      }),
    ]);

    const record = await pipeline.run({ ...one, signal: stop.signal });

    expect(cleaned).toEqual(['default/pair/null.one']);
    expect(record).toMatchObject({ status: 'interrupted', exit_code: 130 });
    expect(record.targets[0]).toMatchObject({
      status: 'interrupted',
      result: { exit_code: 130 },
      failure: { code: 'PH_INTERRUPTED' },
    });
    const workspaceFolders = { root: workspace.root, logs: join(workspace.root, 'logs') };
    expect(await readRunRecord(workspaceFolders as never, record.run)).toMatchObject({
      status: 'interrupted',
    });
  });
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builds, engine, files, one } from './testing/fake-plugins.ts';
import { artifact, fakeWorkspace, result, twoNulls } from './testing/fake-workspace.ts';

describe('a run', () => {
  it('takes every target through all stages and keeps its record, manifests and hashes', async () => {
    const workspace = await fakeWorkspace(files);
    const pipeline = await workspace.pipeline([builds]);

    const record = await pipeline.run({ command: 'run' });

    expect(record).toMatchObject({ status: 'succeeded', exit_code: 0, resumed_from: null });
    expect(
      record.targets.map(({ target, status, reached }) => [target.packer_name, status, reached]),
    ).toEqual([
      ['pair.null.one', 'succeeded', 'publish'],
      ['pair.null.two', 'succeeded', 'publish'],
    ]);
    const { slug } = record.targets[0]?.target ?? { slug: '' };
    const manifest = JSON.parse(await readFile(join(workspace.root, 'artifacts', `${slug}.json`), 'utf8'));
    const hashes = JSON.parse(await readFile(join(workspace.root, 'artifacts', `${slug}.hash.json`), 'utf8'));
    expect(manifest.artifacts).toEqual([artifact()]);
    expect(hashes.inputs).toContainEqual(expect.objectContaining({ path: 'pair.pkr.hcl', kind: 'template' }));
    expect(workspace.events.map(({ seq }) => seq)).toEqual(workspace.events.map((_, index) => index));
    expect(workspace.events.at(-1)).toMatchObject({ type: 'run.finished', exit_code: 0 });
  });

  it('builds nothing in a dry run and writes no manifest', async () => {
    const workspace = await fakeWorkspace(files);
    let built = 0;
    const pipeline = await workspace.pipeline([
      engine(() => {
        built += 1;
        return result();
      }),
    ]);

    const record = await pipeline.run({ command: 'run', dryRun: true });

    expect(built).toBe(0);
    expect(record.targets.map(({ status }) => status)).toEqual(['planned', 'planned']);
    expect(record.exit_code).toBe(0);
  });

  it('says which source no engine takes', async () => {
    const workspace = await fakeWorkspace(files);
    const pipeline = await workspace.pipeline([]);

    const record = await pipeline.run(one);

    expect(record.targets[0]).toMatchObject({ status: 'failed', failure: { code: 'PH_BUILD_UNCLAIMED' } });
    expect(record.exit_code).toBe(1);
  });

  it('lists the targets there are when a name fits none', async () => {
    const workspace = await fakeWorkspace(files);
    const pipeline = await workspace.pipeline([builds]);

    const run = pipeline.run({ command: 'run', only: ['pair.null.thre'] });

    await expect(run).rejects.toMatchObject({
      code: 'PH_TARGET_UNKNOWN',
      context: { wanted: 'pair.null.thre' },
    });
  });

  it('keeps secrets out of events, record and files', async () => {
    const workspace = await fakeWorkspace({
      'pair.pkr.hcl': `${twoNulls}\nvariable "token" {\n  default   = "s3cr3t-t0ken"\n  sensitive = true\n}\n`,
    });
    const pipeline = await workspace.pipeline([
      engine((context) => {
        context.emit({ type: 'note', text: 'token s3cr3t-t0ken' });
        return result({ stdout: 'Using s3cr3t-t0ken' });
      }),
    ]);

    const record = await pipeline.run(one);

    expect(JSON.stringify(record)).not.toContain('s3cr3t-t0ken');
    expect(JSON.stringify(workspace.events)).not.toContain('s3cr3t-t0ken');
    const events = await readFile(join(record.log_dir, 'events.ndjson'), 'utf8');
    expect(events).toContain('"note"');
    expect(events).not.toContain('s3cr3t-t0ken');
  });

  it('counts in the summary of the logs what the build warned of and failed with', async () => {
    const workspace = await fakeWorkspace(files);
    const pipeline = await workspace.pipeline([
      engine((context) => {
        context.openLog(context.paths.log).write('info', 'packer', 'building');
        for (const level of ['info', 'warning', 'error', 'error'] as const) {
          context.emit({ type: 'output', level, text: 'a line' });
        }
        return result();
      }),
    ]);

    const record = await pipeline.run(one);

    const { slug } = record.targets[0]?.target ?? { slug: '' };
    const path = join(workspace.root, 'state/packer/logs', `${slug}.json`);
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ warnings: 1, errors: 2 });
  });
});

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { HybridError } from '../errors/index.ts';
import { definePlugin, type HookMap, PLUGIN_API, type Plugin, type PluginApi } from '../plugin/index.ts';
import { readRunRecord } from '../state/index.ts';
import { artifact, fakeWorkspace, result, settings, twoNulls } from './testing/fake-workspace.ts';

const plugin = (name: string, setup: (api: PluginApi<undefined>) => void): Plugin =>
  definePlugin({ name, apiVersion: PLUGIN_API, setup })();

const engine = (
  build: (
    context: HookMap['build']['context'],
  ) => HookMap['build']['result'] | Promise<HookMap['build']['result']>,
) => plugin('engine', (api) => api.on('build', build));

const builds = engine(() => result({ artifacts: [artifact()] }));
const files = { 'pair.pkr.hcl': twoNulls };
const one = { command: 'run', only: ['pair.null.one'] };

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
});

describe('the gate', () => {
  it('refuses only the target whose check failed', async () => {
    const workspace = await fakeWorkspace(files);
    const checks = plugin('checks', (api) =>
      api.on('preflight', (context) => {
        const target = context.targets[1]?.id ?? '';
        context.report({ id: 'checks/disk', ok: false, message: 'The disk is full.', target });
      }),
    );
    const pipeline = await workspace.pipeline([builds, checks]);

    const record = await pipeline.run({ command: 'run' });

    expect(record.targets.map(({ status }) => status)).toEqual(['succeeded', 'refused']);
    expect(record.exit_code).toBe(1);
  });

  it('ends with 3 when a security check failed, even with the gate open', async () => {
    const workspace = await fakeWorkspace(files);
    const checks = plugin('checks', (api) =>
      api.on('preflight', (context) =>
        context.report({ id: 'checks/secret', ok: false, security: true, message: 'A secret lies open.' }),
      ),
    );
    const policy = { ...settings.policy, gate: 'none' } as const;
    const pipeline = await workspace.pipeline([builds, checks], { policy });

    const record = await pipeline.run({ command: 'run' });

    expect(record.exit_code).toBe(3);
    expect(record.targets.every(({ status }) => status === 'refused')).toBe(true);
  });

  it('lets findings below the gate pass', async () => {
    const workspace = await fakeWorkspace(files);
    const finds = plugin('finds', (api) =>
      api.on('analyze', (context) =>
        context.report({ rule: 'build/slow', family: 'build', severity: 'high', message: 'This is slow.' }),
      ),
    );
    const pipeline = await workspace.pipeline([builds, finds]);

    const record = await pipeline.run({ command: 'run' });

    expect(record.findings).toHaveLength(1);
    expect(record.exit_code).toBe(0);
  });
});

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

import { beforeEach, expect, test, vi } from 'vitest';
import { HybridError, isHybridError } from '../../core/errors/index.ts';
import type { Pipeline, RunRequest } from '../../core/pipeline/types.ts';
import type { RunEvent, RunRecord } from '../../core/schema/index.ts';
import { commandNamed } from '../commands.ts';
import { parseOptions } from '../parse-options.ts';
import { pipelineOf } from '../pipeline-of.ts';
import { readConfig } from '../read-config.ts';
import { sampleEvent, sampleRun, sampleTarget } from '../testing/sample-run.ts';
import { recordedOutput } from '../testing/test-host.ts';
import { runPipeline } from './run-pipeline.ts';
import type { RunPreset } from './run-request.ts';

vi.mock('../pipeline-of.ts');
vi.mock('../read-config.ts');

/** A pipeline that does what a test says, and keeps what it was asked. */
function fakePipeline(run: (request: RunRequest, emit: (event: RunEvent) => void) => Promise<RunRecord>) {
  const listeners = new Set<(event: RunEvent) => void>();
  const requests: RunRequest[] = [];
  const pipeline: Pipeline = {
    run(request) {
      requests.push(request);
      return run(request, (event) => {
        for (const listener of listeners) listener(event);
      });
    },
    targets: async () => [],
    drift: async () => [],
    hooks: () => [],
    pending: () => [{ plugin: 'packer', hook: 'build', target: 'default/-/qemu.a', startedAt: 0 }],
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { pipeline, requests, listeners };
}

async function runWith(pipeline: Pipeline, argv: readonly string[], preset: RunPreset = {}) {
  vi.mocked(pipelineOf).mockResolvedValue(pipeline);
  const spec = commandNamed('run');
  if (!spec) throw new TypeError('there is no run command');
  const output = recordedOutput();
  const parsed = parseOptions(spec, argv);
  const typed = `packer-hybrid run ${argv.join(' ')}`;
  const code = await runPipeline({ ...parsed, typed, output, cwd: '/work', env: { CI: 'true' } }, preset);
  return { code, ...output.written };
}

beforeEach(() => {
  const folders = { root: '/work', configs: '', artifacts: '', logs: '/none', state: '/none', cache: '' };
  vi.mocked(readConfig).mockResolvedValue({ workspace: folders } as never);
});

test('what was typed becomes the request', async () => {
  const { pipeline, requests } = fakePipeline(async () => sampleRun());

  await runWith(pipeline, ['--only', 'a,b', '--targets=qemu', '--until', 'build', '--dry-run', '-q']);

  expect(requests).toEqual([
    {
      command: 'packer-hybrid run --only a,b --targets=qemu --until build --dry-run -q',
      only: ['a', 'b'],
      except: [],
      platforms: ['qemu'],
      os: [],
      until: 'build',
      dryRun: true,
      skipUnchanged: false,
      signal: expect.any(AbortSignal),
    },
  ]);
});

test('publish continues the run that is named, at publish', async () => {
  const { pipeline, requests } = fakePipeline(async () => sampleRun());

  await runWith(pipeline, ['--run', 'latest', '-q'], { from: 'publish' });

  expect(requests[0]).toMatchObject({ from: 'publish', resume: 'latest' });
});

test('what is set on the command line goes over the configuration', async () => {
  const { pipeline } = fakePipeline(async () => sampleRun());

  await runWith(pipeline, ['images/a', '--concurrency', '3', '--install=never', '--gate', 'none', '-q']);

  expect(vi.mocked(readConfig).mock.lastCall?.[2]).toEqual({
    templates: ['images/a'],
    concurrency: 3,
    install: 'never',
    gate: 'none',
  });
});

test('events reach the reporter and the record decides the exit code', async () => {
  const { pipeline, listeners } = fakePipeline(async (_, emit) => {
    emit(sampleEvent({ type: 'run.targets', targets: [sampleTarget('qemu', 'a')] }));
    return sampleRun({ status: 'failed', exit_code: 2 });
  });

  const { code, out, err } = await runWith(pipeline, ['--format', 'pretty']);

  expect(code).toBe(2);
  expect(out).toContain('1 target: qemu.a');
  expect(out).toContain('✗ failed');
  expect(err).toBe('');
  expect(listeners.size).toBe(0);
});

test('with json the record is all there is on standard output', async () => {
  const { pipeline } = fakePipeline(async (_, emit) => {
    emit(sampleEvent({ type: 'note', text: 'hello' }));
    return sampleRun();
  });

  const { out } = await runWith(pipeline, ['-f', 'json']);

  expect(JSON.parse(out)).toEqual(sampleRun());
});

test('Ctrl-C aborts the run, which then ends by itself', async () => {
  const { pipeline } = fakePipeline(async ({ signal }) => {
    process.emit('SIGINT', 'SIGINT');
    const reason: unknown = signal?.reason;
    return sampleRun({ status: 'interrupted', exit_code: isHybridError(reason) ? reason.exitCode : 0 });
  });

  const { code, out, err } = await runWith(pipeline, ['-f', 'json']);

  expect(code).toBe(130);
  expect(JSON.parse(out).status).toBe('interrupted');
  expect(err).toContain('Press Ctrl-C again');
});

test('a run that is refused gives signals and listeners back', async () => {
  const before = process.listenerCount('SIGINT');
  const { pipeline, listeners } = fakePipeline(async () => {
    throw new HybridError('PH_TARGET_NONE', { filters: ['--os windows'], known: [] });
  });

  await expect(runWith(pipeline, ['-q'])).rejects.toMatchObject({ code: 'PH_TARGET_NONE' });

  expect(process.listenerCount('SIGINT')).toBe(before);
  expect(process.listenerCount('beforeExit')).toBe(0);
  expect(listeners.size).toBe(0);
});

test('--run without --from is refused', async () => {
  const { pipeline } = fakePipeline(async () => sampleRun());

  await expect(runWith(pipeline, ['--run', 'latest'])).rejects.toMatchObject({
    message: '--run latest needs --from <stage>: preflight, analyze, build, validate, publish.',
  });
});

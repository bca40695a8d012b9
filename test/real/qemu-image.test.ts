import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  type BuildContext,
  createPipeline,
  definePlugin,
  PLUGIN_API,
  type Plugin,
  type RunEvent,
  type RunRecord,
  recoveryDefaults,
  type VariableProvider,
} from '../../core/index.ts';
import { createProcesses, createSecrets } from '../../core/process/index.ts';
import { assurance } from '../../plugins/assurance/index.ts';
import { makeBase } from '../../plugins/qemu/base/index.ts';
import { qemu } from '../../plugins/qemu/index.ts';
import { toolchain } from '../../plugins/toolchain/index.ts';

const template = `
variable "base_image" { type = string }
variable "kernel" { type = string }
variable "initrd" { type = string }
source "qemu" "debian" {
  iso_url     = var.base_image
  accelerator = "tcg"
}
build { sources = ["source.qemu.debian"] }
`;

const processes = createProcesses({ secrets: createSecrets() });
let root: string;
let cache: string;
let missing: readonly string[];

beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'packer-hybrid-image-')));
  cache = join(root, '.packer-hybrid');
  await mkdir(join(root, 'image'));
  await writeFile(join(root, 'image', 'debian.pkr.hcl'), template);
  const programs = ['qemu-system-x86_64', 'qemu-img', 'mmdebstrap', 'mke2fs', 'ssh', 'ssh-keygen'];
  const found = await Promise.all(programs.map((program) => processes.find(program)));
  missing = programs.filter((_, index) => !found[index]);
});
afterAll(() => rm(root, { recursive: true, force: true }));
beforeEach((context) => {
  if (missing.length > 0) context.skip(`not installed: ${missing.join(', ')}`);
  if (process.getuid?.() !== 0) context.skip('making a Debian base needs root');
});

/** Stands for Packer: what it "builds" is the base itself, unsealed. */
function engine(
  build: (context: BuildContext, variables: VariableProvider) => Promise<readonly string[]>,
): Plugin {
  return definePlugin({
    name: 'engine',
    apiVersion: PLUGIN_API,
    setup(api) {
      api.on('build', async (context) => {
        const started_at = new Date().toISOString();
        const files = await Promise.all((await build(context, api.use('variables/qemu'))).map(recorded));
        return {
          command: 'packer build .',
          exit_code: 0,
          packer_exit_code: 0,
          stdout: '',
          stderr: '',
          log_paths: { stdout: null, packer: null },
          manifest_path: null,
          artifacts: [
            { builder_id: 'transcend.qemu', platform: 'qemu', image_ids: [], description: 'a disk', files },
          ],
          started_at,
          finished_at: new Date().toISOString(),
          retryable: false,
          remediation: null,
        };
      });
    },
  })();
}

async function recorded(path: string) {
  return { path: relative(root, path), size: (await stat(path)).size, sha256: await sha256(path) };
}

async function sha256(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}

async function run(
  plugins: readonly Plugin[],
  { signal, onEvent }: { signal?: AbortSignal; onEvent?: (event: RunEvent) => void } = {},
): Promise<{ record: RunRecord; events: readonly RunEvent[] }> {
  const setting = { path: 'image', vars: {}, secrets: {}, varFiles: [], cwd: 'template' } as const;
  const pipeline = await createPipeline({
    workspace: {
      root,
      configs: join(root, 'configs'),
      artifacts: join(root, 'artifacts'),
      logs: join(root, 'logs'),
      state: join(root, 'state'),
      cache,
    },
    env: 'default',
    settings: {
      templates: [setting],
      rules: {},
      concurrency: { total: 2, platforms: {}, hosts: {} },
      retry: { attempts: 0, wait: 0 },
      recovery: recoveryDefaults,
      policy: {
        gate: 'critical',
        deadlines: {},
        onError: 'cleanup',
        force: false,
        useCache: true,
        retention: { days: 30, runs: 50, logBytes: 1_000_000 },
      },
      toolchain: { install: 'never', mirror: '' },
    },
    plugins: [toolchain(), ...plugins],
    secrets: [],
    ci: true,
  });
  const events: RunEvent[] = [];
  pipeline.onEvent((event) => {
    events.push(event);
    onEvent?.(event);
  });
  return { record: await pipeline.run({ command: 'run', ...(signal && { signal }) }), events };
}

function mountsBelow(folder: string): readonly string[] {
  const mounts = readFileSync('/proc/mounts', 'utf8').split('\n');
  return mounts.filter((line) => line.includes(folder));
}

it('leaves nothing behind when making a base is stopped', async () => {
  const folder = join(root, 'stopped');
  const stop = new AbortController();
  const making = makeBase({ kind: 'debian' }, { run: processes.run, folder, signal: stop.signal });
  const unpacked = async () =>
    (await readdir(folder).catch(() => [])).some((name) =>
      existsSync(join(folder, name, 'root', 'usr', 'bin')),
    );
  while (!(await unpacked())) await new Promise((resolve) => setTimeout(resolve, 50));

  stop.abort();

  await expect(making).rejects.toThrow('aborted');
  expect(await readdir(folder)).toEqual([]);
  expect(mountsBelow(folder)).toEqual([]);
  expect(processes.running()).toEqual([]);
});

it('makes one base for two that want it, boots an image made from it, and judges it', async () => {
  const given: Readonly<Record<string, string>>[] = [];
  const build = async (context: BuildContext, variables: VariableProvider) => {
    given.push(...(await Promise.all([variables.resolve(context), variables.resolve(context)])));
    return [String(given[0]?.base_image)];
  };
  const checks = [
    { name: 'Kernel of the base', run: 'uname -r', expect: /cloud-amd64/ },
    { name: 'Nobody home', run: 'test -e /nobody', required: false },
  ];

  const { record, events } = await run([
    qemu({ base: { kind: 'debian' } }),
    engine(build),
    assurance({ checks }),
  ]);

  expect(record.failures).toEqual([]);
  expect(record.targets.map(({ failure }) => failure)).toEqual([null]);
  const evidence = record.targets.flatMap((target) => target.evidence);
  expect(evidence.map(({ id, score }) => [id, score])).toEqual([
    ['artifact/files', 1],
    ['guest/boots', 1],
    ['guest/identity', 1],
    ['guest/system-state', 1],
    ['guest/disk-writable', 1],
    // The base lets its own key in: what is not sealed is found.
    ['guest/authorized-keys', 0.2],
    ['guest/host-keys', 1],
    ['guest/machine-id', 1],
    ['guest/check/kernel-of-the-base', 1],
    ['guest/check/nobody-home', 0],
  ]);
  expect(given[1]).toEqual(given[0]);
  expect(given[0]).toEqual({
    base_image: expect.stringMatching(/disk\.qcow2$/),
    kernel: expect.stringMatching(/vmlinuz$/),
    initrd: expect.stringMatching(/initrd\.img$/),
  });
  expect(events.filter((event) => event.type === 'step.started' && event.step === 'base-image')).toHaveLength(
    1,
  );
  expect(await sha256(String(given[0]?.base_image))).toBe(
    record.targets[0]?.result?.artifacts[0]?.files[0]?.sha256,
  );
  expect(events.filter(({ type }) => type === 'problem')).toEqual([]);
  expect(mountsBelow(root)).toEqual([]);
});

it('uses the base again', async () => {
  const folder = join(cache, 'qemu', 'bases');
  const before = await readdir(folder);
  const refuse = async () => Promise.reject(new Error('nothing may be made'));

  const base = await makeBase({ kind: 'debian' }, { run: refuse, folder });

  expect(await readdir(folder)).toEqual(before);
  expect(existsSync(base.disk)).toBe(true);
});

it('refuses an image that nobody can log in to, and says what its console showed', async () => {
  const disk = join(root, 'empty.qcow2');
  await processes.run('qemu-img', ['create', '-f', 'qcow2', disk, '64M']);

  const { record } = await run([
    qemu({ base: { kind: 'debian' }, boot: { timeoutMs: 20_000 } }),
    engine(async () => [disk]),
    assurance(),
  ]);

  const [target] = record.targets;
  expect(target?.failure?.code).toBe('PH_VALIDATION_FAILED');
  expect(target?.evidence.find(({ id }) => id === 'guest/boots')).toMatchObject({ score: 0, required: true });
});

it('ends the machine with the run, and leaves nothing of it', async () => {
  const stop = new AbortController();
  const base = await makeBase(
    { kind: 'debian' },
    { run: processes.run, folder: join(cache, 'qemu', 'bases') },
  );
  const copy = join(root, 'copy.qcow2');
  await copyFile(base.disk, copy);
  const machines: number[] = [];
  const onEvent = (event: RunEvent) => {
    if (event.type !== 'process.started' || !event.command.includes('hostfwd')) return;
    machines.push(event.pid);
    setTimeout(() => stop.abort(), 500);
  };

  const { record } = await run(
    [qemu({ base: { kind: 'debian' } }), engine(async () => [copy]), assurance()],
    {
      signal: stop.signal,
      onEvent,
    },
  );

  expect(record.status).toBe('interrupted');
  expect(machines).toHaveLength(1);
  expect(machines.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
  const left = await readdir(root, { recursive: true });
  expect(left.filter((name) => /boot-|guest-|known_hosts/.test(name))).toEqual([]);
});

import { mkdir, mkdtemp, realpath, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Plugin, type PolicySettings, recoveryDefaults, type Settings } from '../../plugin/index.ts';
import type { Artifact, CommandResult, RunEvent } from '../../schema/index.ts';
import { createPipeline } from '../create-pipeline.ts';
import type { Pipeline } from '../types.ts';

export const twoNulls = `
source "null" "one" { communicator = "none" }
source "null" "two" { communicator = "none" }
build {
  name    = "pair"
  sources = ["source.null.one", "source.null.two"]
}
`;

const policy: PolicySettings = {
  gate: 'critical',
  deadlines: {},
  onError: 'cleanup',
  force: false,
  useCache: true,
  retention: { days: 30, runs: 50, logBytes: 1_000_000 },
};

export const settings: Settings = {
  templates: [],
  rules: {},
  concurrency: { total: 4, platforms: {}, hosts: {} },
  retry: { attempts: 1, wait: 0 },
  recovery: recoveryDefaults,
  policy,
  toolchain: { install: 'never', mirror: 'https://mirror.example' },
};

export interface FakeWorkspace {
  readonly root: string;
  readonly events: RunEvent[];
  pipeline(plugins: readonly Plugin[], overrides?: Partial<Settings>): Promise<Pipeline>;
}

/** A workspace in a new folder with these files; its pipelines gather their events. */
export async function fakeWorkspace(files: Readonly<Record<string, string>>): Promise<FakeWorkspace> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'packer-hybrid-')));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  const events: RunEvent[] = [];
  return {
    root,
    events,
    async pipeline(plugins, overrides = {}) {
      const pipeline = await createPipeline({
        workspace: {
          root,
          configs: join(root, 'configs'),
          artifacts: join(root, 'artifacts'),
          logs: join(root, 'logs'),
          state: join(root, 'state'),
          cache: join(root, '.packer-hybrid'),
        },
        env: 'default',
        settings: { ...settings, ...overrides },
        plugins,
        secrets: [],
        ci: true,
      });
      pipeline.onEvent((event) => events.push(event));
      return pipeline;
    },
  };
}

/** What an engine answers; success unless told. */
export function result(overrides: Partial<CommandResult> = {}): CommandResult {
  const now = new Date().toISOString();
  return {
    command: 'packer build .',
    exit_code: 0,
    packer_exit_code: 0,
    stdout: '',
    stderr: '',
    log_paths: { stdout: null, packer: null },
    manifest_path: null,
    artifacts: [],
    started_at: now,
    finished_at: now,
    retryable: false,
    remediation: null,
    ...overrides,
  };
}

export function artifact(overrides: Partial<Artifact> = {}): Artifact {
  return {
    builder_id: 'null',
    platform: 'null',
    image_ids: ['image-1'],
    description: 'an image',
    files: [],
    ...overrides,
  };
}

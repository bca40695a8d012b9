import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  type PluginEvent,
  type RunContext,
  recoveryDefaults,
  type Settings,
  type ToolchainSettings,
} from 'packer-hybrid';
import { createProcesses, createSecrets } from '../../../core/process/index.ts';

export interface ContextOptions {
  readonly root: string;
  readonly toolchain?: Partial<ToolchainSettings>;
  readonly templates?: Settings['templates'];
  readonly signal?: AbortSignal;
  readonly find?: RunContext['processes']['find'];
}

export type TestContext = RunContext & { readonly events: PluginEvent[] };

/** A run context over a folder, with real processes and secrets. */
export function testContext(options: ContextOptions): TestContext {
  const { root } = options;
  const secrets = createSecrets();
  const processes = createProcesses({ secrets });
  const events: PluginEvent[] = [];
  const quiet = () => undefined;
  return {
    events,
    run: { id: '20261124-000000-test', command: 'run', env: 'test', dryRun: false, ci: true },
    signal: options.signal ?? new AbortController().signal,
    settings: settingsOf(options),
    workspace: {
      root,
      configs: join(root, 'configs'),
      artifacts: join(root, 'artifacts'),
      logs: join(root, 'logs'),
      state: join(root, 'state'),
      cache: join(root, '.cache'),
      run: join(root, 'logs', 'run'),
    },
    templates: [],
    targets: [],
    rulePacks: [],
    failureSignatures: [],
    processes: { run: processes.run, find: options.find ?? processes.find },
    secrets,
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    emit: (event) => events.push(event),
    claim: async (path) => ({ ours: !existsSync(path), look: quiet, close: quiet }),
    templateOf: () => {
      throw new Error('no template');
    },
    settingOf: ({ path }) => ({ path, vars: {}, secrets: {}, varFiles: [], cwd: 'template' }),
  };
}

function settingsOf({ toolchain, templates }: ContextOptions): Settings {
  return {
    templates: templates ?? [],
    rules: {},
    concurrency: { total: 1, platforms: {}, hosts: {} },
    retry: { attempts: 1, wait: 0 },
    recovery: recoveryDefaults,
    policy: {
      gate: 'critical',
      deadlines: {},
      onError: 'cleanup',
      force: false,
      useCache: true,
      retention: { days: 30, runs: 30, logBytes: 1_000_000 },
    },
    toolchain: { install: 'never', mirror: 'http://127.0.0.1:9/packer', ...toolchain },
  };
}

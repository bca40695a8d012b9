import { availableParallelism } from 'node:os';
import { recoveryDefaults, type Settings } from '../plugin/index.ts';

/** What holds where nobody says otherwise. */
export function defaultSettings(): Settings {
  return {
    templates: [],
    rules: {},
    concurrency: { total: Math.max(1, Math.min(4, availableParallelism())), platforms: {}, hosts: {} },
    retry: { attempts: 1, wait: 10 },
    recovery: recoveryDefaults,
    policy: {
      gate: 'critical',
      deadlines: {},
      onError: 'cleanup',
      force: false,
      useCache: true,
      retention: { days: 30, runs: 50, logBytes: 20 * 1024 * 1024 },
    },
    toolchain: { install: 'never', mirror: 'https://releases.hashicorp.com/packer' },
  };
}

/** Folders of a workspace, relative to its root. */
export const defaultFolders = {
  configs: 'configs',
  artifacts: 'artifacts',
  logs: 'logs',
  state: 'state',
  cache: '.packer-hybrid',
} as const;

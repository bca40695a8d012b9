import { recoveryDefaults, type Settings } from '../index.ts';
import type { SettingsChanges } from './scenario.ts';

/** Settings under which nothing stops a run on its own: no gate, no retries, nothing installed. */
export function testSettings(changes: SettingsChanges = {}): Settings {
  const { templates, rules, concurrency, retry, recovery, policy, toolchain } = changes;
  return {
    templates: templates ?? [],
    rules: { ...rules },
    concurrency: { total: 4, platforms: {}, hosts: {}, ...concurrency },
    retry: { attempts: 0, wait: 0, ...retry },
    recovery: { ...recoveryDefaults, ...recovery },
    policy: {
      gate: 'none',
      deadlines: {},
      onError: 'cleanup',
      force: false,
      useCache: true,
      retention: { days: 1, runs: 10, logBytes: 1_000_000 },
      ...policy,
    },
    toolchain: { install: 'never', mirror: 'https://releases.invalid', ...toolchain },
  };
}

import type { RecoverySettings } from './settings.ts';

/** How failures are dealt with where nobody says otherwise. */
export const recoveryDefaults: RecoverySettings = {
  policy: {
    transient: 'automatic',
    infrastructure: 'automatic',
    guest: 'automatic',
    toolchain: 'automatic',
    provisioner: 'automatic',
    config: 'automatic',
    security: 'automatic',
  },
  budget: { minutesPerTarget: 240, minutesPerRun: 480 },
  breaker: 3,
  maxWait: 900,
  timeouts: { factor: 2, ceilingMinutes: 120 },
  approved: {},
  credentials: {},
  ignore: [],
  stall: { minutes: 15, factor: 3, abort: false },
};

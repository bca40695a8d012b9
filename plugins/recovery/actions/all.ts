import type { RecoveryAction } from 'packer-hybrid';
import { increaseTimeout } from './increase-timeout.ts';
import { initPlugins } from './init-plugins.ts';
import { purgeCache } from './purge-cache.ts';
import { reduceParallelism } from './reduce-parallelism.ts';
import { refreshCredentials } from './refresh-credentials.ts';
import { removeLeftovers } from './remove-leftovers.ts';
import { retry } from './retry.ts';
import { retryBackoff } from './retry-backoff.ts';
import { switchSize } from './switch-size.ts';

/** What can be done about failures without a person, in the order in which the steps of a plan are taken. */
export const recoveryActions: readonly RecoveryAction[] = [
  removeLeftovers,
  refreshCredentials,
  purgeCache,
  initPlugins,
  increaseTimeout,
  switchSize,
  reduceParallelism,
  retry,
  retryBackoff,
];

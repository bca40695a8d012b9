export {
  loadRecoveryMemory,
  readRecoveryMemory,
  recoveryMemoryPath,
  updateRecoveryMemory,
} from './memory-file.ts';
export {
  ActionTotal,
  CauseTotal,
  emptyRecoveryMemory,
  RecoveryEvent,
  RecoveryMemory,
  RememberedBuild,
  RememberedEdit,
  SharedRates,
} from './recovery-memory.ts';
export { rememberRecoveries } from './remember-recoveries.ts';
export { type RateQuestion, successRateOf, type Tally } from './success-rate.ts';
export { withRun } from './with-run.ts';

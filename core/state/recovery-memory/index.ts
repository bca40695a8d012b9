export {
  loadRecoveryMemory,
  readRecoveryMemory,
  recoveryMemoryPath,
  updateRecoveryMemory,
} from './memory-file.ts';
export { findPatterns } from './patterns/find-patterns.ts';
export { PatternStart, RecoveryPattern } from './patterns/recovery-pattern.ts';
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
export { ActionReport, CauseReport, RecoveryReport, ReportPeriod } from './report/recovery-report.ts';
export { type ReportQuestion, reportOn } from './report/report-on.ts';
export { sharedRates, withShared } from './share-rates.ts';
export { ownTally, type RateQuestion, sharedTally, successRateOf, type Tally } from './success-rate.ts';
export { lowerBound } from './wilson.ts';
export { withRun } from './with-run.ts';

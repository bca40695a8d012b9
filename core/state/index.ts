export { writeAtomically, writeJson } from './atomic-write.ts';
export { BuildManifest } from './build-manifest.ts';
export { createEventFile, type EventFile, readEvents } from './event-file.ts';
export { hashFile } from './hash-file.ts';
export { changedInputs, type HashedInputs, type HashInputsOptions, hashInputs } from './hash-inputs.ts';
export { HashedInput, HashManifest } from './hash-manifest.ts';
export { isInside, portablePath } from './is-inside.ts';
export {
  claimPath,
  closeEntries,
  deadLocks,
  endProcesses,
  type Journal,
  type JournalReport,
  type LeftProcess,
  leftProcesses,
  lifeOf,
  type MachineIntent,
  nullJournal,
  type OpenEntry,
  openJournal,
  type PathClaim,
  type PathIntent,
  pathEntries,
  processJournal,
  provePath,
  RUN_MARK,
  readJournal,
  readJournals,
  removeLock,
  removeOwnPath,
  unprovenProcesses,
} from './journal/index.ts';
export { type LockOptions, withLock } from './lock.ts';
export {
  describeLogs,
  LogFile,
  LogSummary,
  readLogSummary,
  retentionOf,
  writeLogSummary,
} from './log-summary.ts';
export {
  listBuildManifests,
  listBuiltFiles,
  readBuildManifest,
  readHashManifest,
  writeBuildManifest,
  writeHashManifest,
} from './manifest-files.ts';
export { masked } from './masked.ts';
export type { TargetPaths, WorkspaceFolders, WorkspacePaths } from './paths.ts';
export { prepareWorkspace } from './prepare-workspace.ts';
export { type PruneOptions, pruneLogs } from './prune-logs.ts';
export {
  ActionTotal,
  CauseTotal,
  emptyRecoveryMemory,
  findPatterns,
  loadRecoveryMemory,
  lowerBound,
  ownTally,
  type RateQuestion,
  RecoveryEvent,
  RecoveryMemory,
  RecoveryPattern,
  RecoveryReport,
  RememberedBuild,
  RememberedEdit,
  type ReportQuestion,
  readRecoveryMemory,
  recoveryMemoryPath,
  rememberRecoveries,
  reportOn,
  SharedRates,
  sharedRates,
  sharedTally,
  successRateOf,
  type Tally,
  updateRecoveryMemory,
  withRun,
  withShared,
} from './recovery-memory/index.ts';
export { expectedMs, rememberRun, rememberTarget } from './remember.ts';
export { type RepositoryState, repositoryState } from './repository-state.ts';
export {
  hashManifestPath,
  isRunId,
  logSummaryPath,
  manifestPath,
  newRunId,
  runIdOf,
  runPaths,
  statePath,
  targetPaths,
  workFolder,
} from './run-paths.ts';
export { listRuns, readRunRecord, resolveRunId, runRecordPath, writeRunRecord } from './run-record-file.ts';
export { rememberSilences, type Silences, usualSilences } from './silences.ts';
export { readState, updateState } from './state-file.ts';
export { readSharedFile, type SharedFile, updateSharedFile } from './update-file.ts';
export type { FileFormat } from './versioned-file.ts';
export { emptyState, RunSummary, TargetState, WorkspaceState } from './workspace-state.ts';

export type {
  ConfigFunction,
  ConfigOrigin,
  ConfigOverrides,
  ConfigRequest,
  ResolvedConfig,
  UserConfig,
} from './config/index.ts';
export { defineConfig, env, loadConfig } from './config/index.ts';
export { HybridError, isHybridError, listed } from './errors/index.ts';
export type * from './language/index.ts';
export {
  attributeOf,
  attributeSchema,
  attributeValue,
  blocksOf,
  durationSeconds,
  type ReadOptions,
  readTemplate,
  schemaOf,
  sensitiveValues,
  sourceBody,
  targetComponents,
  withoutRanges,
} from './language/index.ts';
export { readLines } from './log/index.ts';
export * from './pipeline/index.ts';
export type * from './plugin/index.ts';
export { definePlugin, isPlugin, PLUGIN_API, recoveryDefaults } from './plugin/index.ts';
export * from './preflight/index.ts';
export type { Processes, ProcessResult, RunProcessOptions } from './process/process-result.ts';
export type { Secrets } from './process/secrets.ts';
export * from './schema/index.ts';
export {
  type FileFormat,
  findPatterns,
  hashFile,
  isInside,
  type LockOptions,
  type PathClaim,
  portablePath,
  RecoveryMemory,
  RecoveryPattern,
  RecoveryReport,
  RUN_MARK,
  readRecoveryMemory,
  readSharedFile,
  repositoryState,
  type SharedFile,
  successRateOf,
  type TargetPaths,
  updateSharedFile,
  type WorkspaceFolders,
  type WorkspacePaths,
  withRun,
} from './state/index.ts';

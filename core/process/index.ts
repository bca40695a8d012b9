export {
  createProcesses,
  type ProcessesOptions,
  type RunningProcess,
  type RunningProcesses,
} from './create-processes.ts';
export { createSecrets } from './create-secrets.ts';
export type {
  ProcessEnd,
  Processes,
  ProcessResult,
  RunProcess,
  RunProcessOptions,
} from './process-result.ts';
export type { Secrets } from './secrets.ts';

export { createPipeline } from './create-pipeline.ts';
export { safeForSecurity } from './recovery/permission.ts';
export type {
  Confirm,
  HookListing,
  PendingTap,
  Pipeline,
  PipelineOptions,
  RecoveryQuestion,
  RunRequest,
  Selection,
  TargetDrift,
} from './types.ts';

export { createPipeline } from './create-pipeline.ts';
export type {
  HookListing,
  PendingTap,
  Pipeline,
  PipelineOptions,
  RunRequest,
  Selection,
  TargetDrift,
} from './types.ts';

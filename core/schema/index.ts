export { Artifact, ArtifactFile } from './artifact.ts';
export { Check, type CheckInput } from './check.ts';
export { CommandResult } from './command-result.ts';
export {
  Diagnosis,
  FailureClass,
  TemplateChange,
} from './diagnosis.ts';
export { EventBody, RunEvent, TargetStatus } from './event.ts';
export { ValidationEvidence, type ValidationEvidenceInput } from './evidence.ts';
export { Edit, Finding, type FindingInput, Fix, Impact, impacts, RecoveryComplexity } from './finding.ts';
export { Publication } from './publication.ts';
export { Position, SourceRange } from './range.ts';
export {
  AppliedFix,
  LearningData,
  RecoveryBudget,
  RecoveryCheck,
  RecoveryMode,
  RecoveryOutcome,
  RecoveryPlan,
  type RecoveryPlanInput,
  RecoveryResult,
  RecoveryStep,
  type RecoveryStepInput,
  RecoveryValidation,
  RollbackStep,
  recoveryModes,
  TemplateEdit,
} from './recovery.ts';
export { Failure, RunRecord, StepTiming, TargetRecord } from './run-record.ts';
export { isAtLeast, Severity, severities } from './severity.ts';
export { type ResumableStage, resumableStages, Stage, stages } from './stage.ts';
export { Target } from './target.ts';

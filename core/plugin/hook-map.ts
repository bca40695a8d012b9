import type { CommandResult, RecoveryPlanInput, RunEvent } from '../schema/index.ts';
import type {
  AnalyzeContext,
  BuildContext,
  CloseContext,
  DiagnoseContext,
  PreflightContext,
  PublishContext,
  RecoverContext,
  ValidateContext,
} from './context.ts';

/** A publication that can be taken back when a later publisher fails. */
export interface PublishOutcome {
  readonly publication: { readonly reference: string; readonly detail?: string };
  retract?(signal: AbortSignal): Promise<void>;
}

/** One line per hook: what a handler receives and what it answers. Handler types derive from this map. */
export interface HookMap {
  preflight: { context: PreflightContext; result: void };
  analyze: { context: AnalyzeContext; result: void };
  build: { context: BuildContext; result: CommandResult | undefined };
  diagnose: { context: DiagnoseContext; result: void };
  recover: { context: RecoverContext; result: RecoveryPlanInput | undefined };
  validate: { context: ValidateContext; result: void };
  publish: { context: PublishContext; result: PublishOutcome | undefined };
  close: { context: CloseContext; result: void };
}
export type HookName = keyof HookMap;
export type HookHandler<K extends HookName> = (
  context: HookMap[K]['context'],
) => Promise<HookMap[K]['result']> | HookMap[K]['result'];

/** Hooks by kind; the runner's methods take only their own kind. */
export type CollectHook = 'preflight' | 'analyze' | 'diagnose' | 'validate' | 'close';
export type BailHook = 'build' | 'recover';
export type SeriesHook = 'publish';

/** Reads every event of a run; must be quick and must not throw. */
export type EventHandler = (event: RunEvent) => void;

import type { HookName, Order, Plugin, Settings } from '../plugin/index.ts';
import type { RecoveryPlan, ResumableStage, RunEvent, RunRecord, Target } from '../schema/index.ts';
import type { WorkspaceFolders } from '../state/paths.ts';

/** What a pipeline is made of; a resolved configuration has this shape. */
export interface PipelineOptions {
  readonly workspace: WorkspaceFolders;
  readonly env: string;
  readonly settings: Settings;
  readonly plugins: readonly Plugin[];
  /** Values that may never be shown. */
  readonly secrets: readonly string[];
  readonly ci: boolean;
}

/** Which targets are meant. Names are Packer's own patterns (`b0.null.n0`, `null.*`) or target ids; empty means all. */
export interface Selection {
  readonly only?: readonly string[];
  readonly except?: readonly string[];
  /** Platform ids: `qemu`, `vsphere`. */
  readonly platforms?: readonly string[];
  readonly os?: readonly string[];
}

export interface RunRequest extends Selection {
  /** The command line as the user typed it, for the record. */
  readonly command: string;
  readonly signal?: AbortSignal;
  readonly from?: ResumableStage;
  /** The run to resume, by id, by how its id begins, or `latest`: that one when `from` asks for a later stage. */
  readonly resume?: string;
  readonly until?: ResumableStage;
  readonly dryRun?: boolean;
  readonly skipUnchanged?: boolean;
  /** Asks a person whether a recovery may be done; without it, `ask` is as good as `propose`. */
  readonly confirm?: Confirm;
}

/** Answers whether a recovery may be done; rejects when the run is cancelled meanwhile. */
export type Confirm = (question: RecoveryQuestion, signal: AbortSignal) => Promise<boolean>;
export interface RecoveryQuestion {
  readonly target: Target;
  readonly plan: RecoveryPlan;
}

/** A handler that has not answered yet. */
export interface PendingTap {
  readonly plugin: string;
  readonly hook: HookName;
  readonly target?: string;
  readonly startedAt: number;
}

/** Who listens where, in the order of execution. */
export interface HookListing {
  readonly hook: HookName;
  readonly taps: readonly { readonly plugin: string; readonly order: Order }[];
}

/** What changed in a target's inputs since its last good build. */
export interface TargetDrift {
  readonly target: Target;
  /** Null before the first good build. */
  readonly built_at: string | null;
  /** Paths of changed, added and gone inputs. */
  readonly changed: readonly string[];
}

export interface Pipeline {
  /** Never rejects for what happens during the run: the record tells. Throws a HybridError for a request that makes no sense. */
  run(request: RunRequest): Promise<RunRecord>;
  targets(selection?: Selection): Promise<readonly Target[]>;
  drift(selection?: Selection): Promise<readonly TargetDrift[]>;
  hooks(): readonly HookListing[];
  /** Events of every run of this pipeline; returns the function that stops listening. */
  onEvent(listener: (event: RunEvent) => void): () => void;
  pending(): readonly PendingTap[];
}

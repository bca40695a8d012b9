import type { RecoveryStep, RunEvent, Stage, Target, TargetStatus } from '../../../core/schema/index.ts';

export interface RunningStep {
  readonly text: string;
  readonly since: number;
  /** When a wait will be over. */
  readonly until?: number;
}

/** Where one target stands. Times are milliseconds since the epoch. */
export interface TargetProgress {
  readonly target: Target;
  readonly status: 'waiting' | 'running' | TargetStatus;
  readonly stage: Stage | undefined;
  readonly step: RunningStep | undefined;
  readonly startedAt: number | undefined;
}

/** Where the run stands, told by its events alone. */
export interface Progress {
  readonly targets: readonly TargetProgress[];
  /** The stage that concerns every target, while it runs. */
  readonly stage: { readonly name: Stage; readonly since: number } | undefined;
  readonly installing: string | undefined;
}

export const noProgress: Progress = { targets: [], stage: undefined, installing: undefined };

/** The progress after one more event. */
export function progressAfter(progress: Progress, event: RunEvent): Progress {
  if (event.type === 'run.targets') return { ...progress, targets: event.targets.map(waiting) };
  if (event.type === 'install.started') return { ...progress, installing: event.what };
  if (event.type === 'install.finished') return { ...progress, installing: undefined };
  const { target } = event;
  if (target === undefined) return { ...progress, stage: stageAfter(progress, event) };
  return {
    ...progress,
    targets: progress.targets.map((known) =>
      known.target.id === target || known.target.slug === target ? targetAfter(known, event) : known,
    ),
  };
}

function waiting(target: Target): TargetProgress {
  return { target, status: 'waiting', stage: undefined, step: undefined, startedAt: undefined };
}

function stageAfter(progress: Progress, event: RunEvent): Progress['stage'] {
  if (event.type === 'stage.started') return { name: event.stage, since: Date.parse(event.at) };
  return event.type === 'stage.finished' ? undefined : progress.stage;
}

function targetAfter(known: TargetProgress, event: RunEvent): TargetProgress {
  const at = Date.parse(event.at);
  switch (event.type) {
    case 'target.started':
      return { ...known, status: 'running', startedAt: at };
    case 'stage.started':
      return { ...running(known, at), stage: event.stage, step: undefined };
    case 'step.started':
      return { ...running(known, at), step: { text: event.text, since: at } };
    case 'recovery.step.started':
      return { ...running(known, at), step: recoveryStep(event.step, at) };
    case 'recovery.step.finished':
    case 'step.finished':
    case 'stage.finished':
      return { ...known, step: undefined };
    case 'target.finished':
      return { ...known, status: event.status, step: undefined };
    default:
      return known;
  }
}

/** A stage or a step begins only where something runs. */
function running(known: TargetProgress, at: number): TargetProgress {
  if (known.status !== 'waiting') return known;
  return { ...known, status: 'running', startedAt: at };
}

function recoveryStep({ title, wait_seconds }: RecoveryStep, since: number): RunningStep {
  if (wait_seconds === 0) return { text: title, since };
  return { text: 'building again', since, until: since + wait_seconds * 1_000 };
}

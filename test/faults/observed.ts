import { RunEvent, type RunRecord } from '../../core/schema/index.ts';
import type { FaultAction, FaultExpectation, FaultOutcome } from './fault.ts';

/** What a run made of a fault. */
export interface Observed extends Pick<FaultExpectation, 'outcome' | 'attempts'> {
  readonly cause: string;
  /** Checks, rules and errors that kept the build from beginning. */
  readonly refusals: readonly string[];
  readonly actions: readonly FaultAction[];
  readonly exitCode: number | null;
  /** Packer's and other programs' command lines. */
  readonly commands: readonly string[];
}

/** Reads from record and events how a fault was detected, what was done about it, and how it ended. */
export function observed(record: RunRecord, lines: readonly string[]): Observed {
  const events = lines.map((line) => RunEvent.parse(JSON.parse(line)));
  const attempts = Math.max(0, ...record.targets.map((target) => target.attempts));
  return {
    cause: attempts === 0 ? causeOf(record) : (ownError(record) ?? causeOf(record)),
    refusals: attempts === 0 ? refusalsOf(record) : [],
    actions: actionsOf(events),
    outcome: outcomeOf(record),
    exitCode: record.exit_code,
    attempts,
    commands: events.flatMap((event) => (event.type === 'process.started' ? [event.command] : [])),
  };
}

/** An interruption is known without a diagnosis; where nothing failed there is nothing to know. */
function causeOf({ status, targets }: RunRecord): string {
  if (status === 'interrupted') return 'user-cancelled';
  const [first] = targets.flatMap(({ diagnoses }) => diagnoses);
  return first?.cause ?? (status === 'succeeded' ? 'none' : 'unknown');
}

/** The error with which packer-hybrid itself ended an attempt; Packer's failures are known by their diagnosis. */
function ownError({ targets }: RunRecord): string | undefined {
  const codes = targets.flatMap(({ failure }) => (failure ? [failure.code] : []));
  return codes.find((code) => code.startsWith('PH_PATH_'));
}

function refusalsOf({ checks, findings, failures, targets }: RunRecord): readonly string[] {
  const grave = checks.filter(({ ok, severity, security }) => !ok && (severity === 'critical' || security));
  const errors = [...failures, ...targets.map(({ failure }) => failure)];
  return [
    ...grave.map(({ id }) => id),
    ...findings.filter(({ severity }) => severity === 'critical').map(({ rule }) => rule),
    ...errors.flatMap((failure) => (failure ? [failure.code] : [])),
  ];
}

/** Every action that was carried out, each once and in order; a plan that hands over has none. */
function actionsOf(events: readonly RunEvent[]): readonly FaultAction[] {
  const plans = events.flatMap((event) => (event.type === 'recovery.planned' ? [event.plan] : []));
  const retries = plans.filter(({ action }) => action === 'retry');
  return [...new Set(retries.flatMap(({ steps }) => steps.map(({ action }) => action as FaultAction)))];
}

function outcomeOf({ status }: RunRecord): FaultOutcome {
  if (status === 'succeeded') return 'recovered';
  return status === 'interrupted' ? 'interrupted' : 'escalated';
}

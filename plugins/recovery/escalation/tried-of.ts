import type { RecoveryResult } from 'packer-hybrid';
import type { Tried } from './escalation-report.ts';

/** What each recovery did, or would have done, and why it was not enough. */
export function triedOf(recoveries: readonly RecoveryResult[]): Tried[] {
  return recoveries.map((recovery) => ({
    attempt: recovery.learning_data.attempt,
    cause: recovery.learning_data.cause,
    outcome: recovery.outcome,
    reason: recovery.reason,
    steps: recovery.applied_fixes.length > 0 ? recovery.applied_fixes.map(applied) : proposed(recovery),
    failed_checks: recovery.validation_results
      .filter(({ ok }) => !ok)
      .map(({ check, detail }) => `${check}: ${detail}`),
    undone: (recovery.rollback_plan ?? []).filter(({ done }) => done).map(({ title }) => title),
  }));
}

type Edits = RecoveryResult['applied_fixes'][number]['edits'];

function applied({
  action,
  title,
  ok,
  detail,
  edits,
}: RecoveryResult['applied_fixes'][number]): Tried['steps'][number] {
  return { action, title, ok, detail, edits: shown(edits) };
}

function proposed({ plan }: RecoveryResult): Tried['steps'] {
  return plan.steps.map(({ action, title, edits }) => ({
    action,
    title,
    ok: null,
    detail: '',
    edits: shown(edits),
  }));
}

function shown(edits: Edits) {
  return edits.map(({ attribute, from, to }) => ({ attribute, from, to }));
}

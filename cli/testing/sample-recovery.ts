import type { RecoveryPlan, RecoveryResult, TemplateEdit } from '../../core/schema/index.ts';

/** An edit of the `ssh_timeout` that stands in the second line of `images/a.pkr.hcl`, after four other characters. */
export function sampleEdit(more: Partial<TemplateEdit> = {}): TemplateEdit {
  const file = 'images/a.pkr.hcl';
  const start = { line: 2, column: 17, offset: 20 };
  const end = { line: 2, column: 22, offset: 25 };
  return {
    attribute: 'ssh_timeout',
    from: '"20s"',
    to: '"40s"',
    edit: { range: { file, start, end }, new_text: '"40s"' },
    ...more,
  };
}

/** The text that `sampleEdit` fits. */
export const sampleText = 'a {\n  ssh_timeout = "20s"\n}\n';

export function samplePlan(more: Partial<RecoveryPlan> = {}): RecoveryPlan {
  const title = 'Raise ssh_timeout from 20s to 40s.';
  return {
    action: 'retry',
    reason: `ssh-timeout: ${title} Then build again.`,
    cause: 'ssh-timeout',
    class: 'guest',
    mode: 'automatic',
    steps: [{ action: 'increase-timeout', title, wait_seconds: 0, edits: [sampleEdit()], details: {} }],
    confidence: 0.6,
    rollback: [{ action: 'increase-timeout', title: 'Build with ssh_timeout as written again.' }],
    validation: ['re-analysis', 'rebuild', 'artifacts'],
    budget: { attempts_left: 1, seconds_left: 600 },
    wait_seconds: 0,
    ...more,
  };
}

export function sampleRecovery(more: Partial<RecoveryResult> = {}): RecoveryResult {
  const { plan = samplePlan(), outcome = 'recovered' } = more;
  const isTried = outcome === 'recovered' || outcome === 'failed';
  return {
    success: outcome === 'recovered',
    outcome,
    reason: 'It was built after this.',
    plan,
    applied_fixes: isTried
      ? plan.steps.map(({ action, title, edits }) => ({
          action,
          title,
          ok: true,
          detail: title,
          edits,
          rollback: null,
        }))
      : [],
    confidence_improvement: 0,
    validation_results: isTried ? [{ check: 'rebuild', ok: outcome === 'recovered', detail: '' }] : [],
    rollback_plan: null,
    learning_data: {
      at: '2026-11-24T10:00:00.000Z',
      target: 'default/-/qemu.a',
      platform: 'qemu',
      cause: plan.cause,
      class: plan.class,
      step: null,
      attempt: 1,
      actions: [],
      outcome,
      duration_ms: 1,
    },
    ...more,
  };
}

import { HybridError } from '../../errors/index.ts';
import type { Finding, Target } from '../../schema/index.ts';
import { collectFindings } from '../collect-findings.ts';
import { refusalOf } from '../gate.ts';
import { reportFailures } from '../report-failures.ts';
import { type Session, templateOf } from '../session.ts';

/**
 * Lets every plugin read the corrected template; rejects with PH_RECOVERY_FINDINGS when it has findings that would not
 * pass the gate and that the template as written does not have. Answers with what was seen, in words.
 */
export async function reanalyze(session: Session, target: Target): Promise<string> {
  const { template } = templateOf(session, target);
  const only = {
    ...session,
    loaded: session.loaded.filter((each) => each.template === template),
    targets: [target],
  };
  const { findings, failures } = await collectFindings(only, target);
  reportFailures(session, failures, target.id);
  session.signal.throwIfAborted();
  const known = new Set(session.record.run.findings.map(keyOf));
  const fresh = findings.map(({ finding }) => finding).filter((finding) => !known.has(keyOf(finding)));
  const refusal = refusalOf(target, { gate: session.settings.policy.gate, checks: [], findings: fresh });
  if (refusal) {
    const reasons = fresh.filter(({ hint }) => !hint).map(({ rule, message }) => `${message} (${rule})`);
    throw new HybridError('PH_RECOVERY_FINDINGS', { reasons }, { cause: refusal });
  }
  return fresh.length === 0
    ? 'The corrected template has no new finding.'
    : `${fresh.length} new findings, none of which the gate refuses.`;
}

function keyOf({ rule, message, range }: Finding): string {
  return JSON.stringify([rule, message, range?.file]);
}

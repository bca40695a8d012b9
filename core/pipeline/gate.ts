import { HybridError } from '../errors/index.ts';
import type { PolicySettings } from '../plugin/index.ts';
import { type Check, type Finding, isAtLeast, type Target } from '../schema/index.ts';

export interface GateInput {
  readonly gate: PolicySettings['gate'];
  readonly checks: readonly Check[];
  readonly findings: readonly Finding[];
}

/** Why a target may not be built, or undefined when it may. */
export function refusalOf(target: Target, { gate, checks, findings }: GateInput): HybridError | undefined {
  const failed = checks.filter((check) => !check.ok && concerns(check.target, target.id));
  const security = failed.filter((check) => check.security);
  if (security.length > 0) {
    return new HybridError('PH_GATE_SECURITY', { gate: 'preflight', reasons: security.map(reasonOfCheck) });
  }
  if (gate === 'none') return undefined;

  const graveChecks = failed.filter(({ severity }) => isAtLeast(severity, gate));
  const graveFindings = findings.filter(
    (finding) =>
      !finding.hint && isAtLeast(finding.severity, gate) && concerns(finding.template, target.template),
  );
  if (graveChecks.length > 0) {
    return new HybridError('PH_GATE_REFUSED', { gate: 'preflight', reasons: graveChecks.map(reasonOfCheck) });
  }
  if (graveFindings.length > 0) {
    const isUnsafe = graveFindings.some(({ family }) => family === 'security');
    return new HybridError(isUnsafe ? 'PH_GATE_SECURITY' : 'PH_GATE_REFUSED', {
      gate: 'analyze',
      reasons: graveFindings.map(reasonOfFinding),
    });
  }
  return undefined;
}

/** Why a run without a single target ends: its templates could not be read. */
export function refusalOfRun(findings: readonly Finding[]): HybridError {
  const reasons = findings.map(reasonOfFinding);
  return new HybridError('PH_GATE_REFUSED', {
    gate: 'analyze',
    reasons: reasons.length > 0 ? reasons : ['no build could be read from the templates'],
  });
}

/** What names nothing concerns everything. */
function concerns(named: string | undefined, actual: string): boolean {
  return named === undefined || named === actual;
}

function reasonOfCheck({ message, remedy }: Check): string {
  return remedy ? `${message} ${remedy}` : message;
}

function reasonOfFinding({ message, range, rule }: Finding): string {
  const place = range ? `${range.file}:${range.start.line}:${range.start.column}: ` : '';
  return `${place}${message} (${rule})`;
}

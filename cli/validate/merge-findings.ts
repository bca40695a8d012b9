import { orderFindings } from '../../core/rules/index.ts';
import type { Check, Finding } from '../../core/schema/index.ts';

/**
 * Our findings and Packer's as one list. Where both say at one line that the template cannot be read or built, ours stays:
 * it has the exact place, and knows what to do. What Packer says several times is told once.
 */
export function mergeFindings(findings: readonly Finding[]): readonly Finding[] {
  const ours = findings.filter((finding) => !isPackers(finding));
  const told = new Set(ours.filter(isRefusal).map(lineOf));
  const once = new Map(
    findings
      .filter((finding) => isPackers(finding) && !(isRefusal(finding) && told.has(lineOf(finding))))
      .map((finding) => [`${finding.rule} ${lineOf(finding)} ${finding.message}`, finding]),
  );
  const merged = [...ours, ...once.values()];
  return [
    ...orderFindings(merged.filter(({ hint }) => !hint)),
    ...orderFindings(merged.filter(({ hint }) => hint)),
  ];
}

function isPackers({ family }: Finding): boolean {
  return family === 'packer';
}

/** What Packer reports as an error, and what in our words keeps a build from beginning. */
function isRefusal({ rule, severity, family, impact, hint }: Finding): boolean {
  if (hint) return false;
  if (family === 'packer') return rule === 'packer/validate' && severity === 'critical';
  return family === 'syntax' || impact === 'build-fails';
}

function lineOf({ range, template }: Finding): string {
  return range ? `${range.file}:${range.start.line}` : `${template}`;
}

/** Failed checks that say why Packer could not be asked, or that trust is broken; others are about building. */
export function checkFindings(checks: readonly Check[], asksPacker: boolean): readonly Finding[] {
  return checks
    .filter(({ ok, id, security }) => !ok && (security || (asksPacker && id.startsWith('packer/'))))
    .map(({ id, severity, message, remedy }) => ({
      rule: id,
      family: 'packer',
      severity,
      confidence: 1,
      message,
      ...(remedy === undefined ? {} : { remedy }),
    }));
}

import type { ReportingDescriptor } from 'sarif';
import type { ShownFinding } from '../contract.ts';
import { levels, securitySeverities } from './levels.ts';

/** The rules that found something, each once, in the order of their ids. */
export function ruleDescriptors(findings: readonly ShownFinding[]): readonly ReportingDescriptor[] {
  const first = new Map(findings.toReversed().map((shown) => [shown.finding.rule, shown]));
  return [...first.values()].map(descriptor).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function descriptor({ finding }: ShownFinding): ReportingDescriptor {
  const { rule, family, severity, confidence, remedy, example } = finding;
  const help = [remedy, example].filter(Boolean).join('\n\n');
  const markdown = [remedy, example && `\`\`\`hcl\n${example}\n\`\`\``].filter(Boolean).join('\n\n');
  const precision = confidence >= 0.9 ? 'very-high' : confidence >= 0.75 ? 'high' : 'medium';
  return {
    id: rule,
    shortDescription: { text: rule },
    ...(help === '' ? {} : { help: { text: help, markdown } }),
    defaultConfiguration: { level: levels[severity] },
    properties: {
      tags: [family],
      precision,
      ...(family === 'security' ? { 'security-severity': securitySeverities[severity] } : {}),
    },
  };
}

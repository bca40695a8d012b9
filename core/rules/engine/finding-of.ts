import type { Finding, SourceRange } from '../../schema/index.ts';
import { fillMessage } from '../placeholders.ts';
import type { AnyRule, Report } from '../rule.ts';
import type { ActiveRule } from './active-rule.ts';

/** Any report, as the engine sees it. */
export type AnyReport = Report<Record<string, string>>;

/** Turns a report into a finding; a report that breaks the rule's own declarations throws. Undefined when it is switched off. */
export function findingOf(active: ActiveRule, report: AnyReport, template: string): Finding | undefined {
  const { rule } = active;
  checkDeclared(rule, report);
  const level = report.sub === undefined ? undefined : active.subs?.[report.sub];
  if (level === 'off') return undefined;
  const { meta } = rule;
  return {
    rule: report.sub === undefined ? rule.id : `${rule.id}/${report.sub}`,
    family: String(rule.id.split('/')[0]),
    severity: level ?? active.severity ?? report.severity ?? meta.severity,
    impact: meta.impact,
    recovery_complexity: meta.recovery,
    confidence: report.confidence ?? meta.confidence,
    message: fillMessage(rule.messages[report.message] ?? '', report.data),
    remedy: report.remedy ?? meta.remedy,
    ...(meta.example !== '' && { example: meta.example }),
    template,
    range: rangeOf(report.at),
    ...(report.fix?.length && {
      fix: {
        kind: meta.fixable ?? 'suggested',
        edits: report.fix.map(({ range, newText }) => ({ range: plainRange(range), new_text: newText })),
      },
    }),
  };
}

function checkDeclared({ id, messages, subs, meta }: AnyRule, { message, sub, fix }: AnyReport): void {
  if (!Object.hasOwn(messages, message)) throw new TypeError(`Rule "${id}" has no message "${message}".`);
  if (sub !== undefined && !Object.hasOwn(subs ?? {}, sub)) {
    throw new TypeError(`Rule "${id}" does not declare the sub-code "${sub}".`);
  }
  if (fix?.length && meta.fixable === undefined) {
    throw new TypeError(`Rule "${id}" offers a correction, but its meta says nothing of "fixable".`);
  }
}

function rangeOf(at: AnyReport['at']): SourceRange {
  return plainRange('range' in at ? at.range : at);
}

/** A copy without anything else that the node carries. */
function plainRange({ file, start, end }: SourceRange): SourceRange {
  return { file, start: { ...start }, end: { ...end } };
}

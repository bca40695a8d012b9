import type { Template } from '../../language/index.ts';
import type { Finding } from '../../schema/index.ts';
import { learnedConfidence } from './confidence.ts';
import { contextOf } from './context-of.ts';
import type { Knowledge } from './knowledge.ts';

/** Findings with the confidence that their rules have earned. */
export function applyKnowledge(
  findings: readonly Finding[],
  knowledge: Knowledge,
  templates: readonly Template[],
): readonly Finding[] {
  const judged = new Set(knowledge.feedback.map(({ rule }) => rule));
  if (judged.size === 0) return findings;
  const byPath = new Map(templates.map((template) => [template.path, template]));
  return findings.map((finding) => {
    if (!judged.has(finding.rule)) return finding;
    const context = contextOf(finding, byPath.get(finding.template ?? ''));
    const confidence = learnedConfidence(knowledge, {
      rule: finding.rule,
      context,
      prior: finding.confidence,
    });
    return { ...finding, confidence };
  });
}

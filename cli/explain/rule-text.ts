import type { Style } from '../style.ts';
import type { RuleEntry } from './rule-entry.ts';

/** A rule for people: what it finds and how it is graded, then its readme as it is written. */
export function ruleText({ document, sub, readme }: RuleEntry, style: Style): string {
  const { rule, summary, severity, level, impact, confidence, fix, remedy, example } = document;
  const graded = [
    level === severity ? severity : `${severity}, here ${level}`,
    impact,
    `confidence ${confidence}`,
    ...(fix === null ? [] : [`${fix} fix`]),
  ].join(` ${style.signs.dot} `);
  const head = [
    style.bold(sub === undefined ? rule : `${rule}/${sub.name}`),
    `  ${summary}`,
    ...(sub === undefined ? [] : [`  ${sub.name}: ${sub.meaning}`]),
    style.dim(`  ${graded}`),
    `  ${style.cyan(style.signs.next)} ${remedy}`,
  ];
  const body = readme ?? (example === '' ? undefined : example);
  return [head.join('\n'), ...(body === undefined ? [] : [withoutTitle(body)])].join('\n\n');
}

function withoutTitle(readme: string): string {
  return readme.replace(/^# .*\n+/, '').trimEnd();
}

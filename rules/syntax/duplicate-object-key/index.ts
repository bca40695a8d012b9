import { defineRule, type Expression, isJson, type Template, type TextEdit } from 'packer-hybrid/rules';
import { textIn } from '../_shared/place-at.ts';
import { usesIn } from '../_shared/scoped-expressions.ts';

export default defineRule({
  id: 'syntax/duplicate-object-key',
  meta: {
    summary: 'An object holds a key twice; the first value is silently lost.',
    severity: 'high',
    impact: 'wrong-image',
    recovery: 'simple',
    confidence: 0.95,
    remedy: 'Keep one of the two entries.',
    example: 'cd_content = {\n  "autounattend.xml" = "a"\n  "setup.ps1"        = "b"\n}',
    recommended: true,
    fixable: 'suggested',
  },
  messages: { lost: 'The key "{key}" is set again on line {line}: this value is never used.' },
  create({ template, report }) {
    return {
      template() {
        for (const { expression } of usesIn(template)) {
          if (expression.kind !== 'object' || isJson(expression.range)) continue;
          for (const { key, entry, again, next } of lostEntries(expression)) {
            const same = textIn(template, entry.value.range) === textIn(template, again.value.range);
            report({
              at: entry.key,
              message: 'lost',
              data: { key, line: again.key.range.start.line },
              fix: same ? removed(template, entry, next) : [],
            });
          }
        }
      },
    };
  },
});

type ObjectExpression = Extract<Expression, { kind: 'object' }>;
type Entry = ObjectExpression['entries'][number];

function lostEntries({ entries }: ObjectExpression) {
  return entries.flatMap((entry, index) => {
    const key = keyOf(entry);
    const next = entries[index + 1];
    const again = entries.slice(index + 1).find((later) => key !== undefined && keyOf(later) === key);
    return key !== undefined && again && next ? [{ key, entry, again, next }] : [];
  });
}

function keyOf({ key }: Entry): string | undefined {
  return key.kind === 'literal' && key.value !== null ? String(key.value) : undefined;
}

/** Up to the next entry, unless there is a comment on the way. */
function removed(template: Template, { key }: Entry, next: Entry): readonly TextEdit[] {
  const range = { ...key.range, end: next.key.range.start };
  return /#|\/\/|\/\*/.test(textIn(template, range)) ? [] : [{ range, newText: '' }];
}

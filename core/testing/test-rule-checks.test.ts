import { type AnyRule, defineRule, type RuleVisitor, type TextEdit } from 'packer-hybrid/rules';
import { describe, expect, it } from 'vitest';
import type { InvalidCase, RuleCases } from './test-rule-case.ts';
import { checkCode, checkData, checkExpected } from './test-rule-checks.ts';
import { checkComplete, checkDeclared } from './test-rule-complete.ts';
import { ruleOutcome } from './test-rule-findings.ts';
import { checkFix } from './test-rule-fix.ts';

const meta = {
  summary: 'Tried.',
  severity: 'high',
  impact: 'wrong-image',
  recovery: 'trivial',
  confidence: 0.9,
  remedy: 'Try again.',
  example: 'x',
  recommended: true,
} as const;

/** Reports every attribute called `host`, and corrects it when it is told how. */
function hostRule(fix?: (range: TextEdit['range']) => TextEdit, changes: object = {}): AnyRule {
  return defineRule({
    id: 'build/tried',
    meta: { ...meta, ...(fix && { fixable: 'safe' as const }) },
    messages: { bad: 'Bad.', other: 'Other {name}.' },
    subs: { one: 'One.' },
    create: (context): RuleVisitor => ({
      attribute(attribute) {
        if (attribute.name !== 'host') return;
        context.report({ at: attribute, message: 'bad', ...(fix && { fix: [fix(attribute.range)] }) });
      },
    }),
    ...changes,
  }) as AnyRule;
}

const code = 'source "null" "x" {\n  host = 1\n}\n';
const invalid: InvalidCase = { code, findings: [{ message: 'bad', at: '2:3' }] };
const complete: RuleCases = {
  valid: ['source "null" "x" {}'],
  invalid: [invalid, { code: 'x', findings: [{ message: 'other', at: '1:1', sub: 'one' }] }],
};

async function fixOf(rule: AnyRule, changes: Partial<InvalidCase>): Promise<void> {
  const tried = { ...invalid, ...changes };
  await checkFix(rule, await ruleOutcome(rule, tried), tried);
}

describe('the cases of a rule', () => {
  it('are enough when they reach everything', () => {
    expect(() => checkComplete(hostRule(), complete)).not.toThrow();
  });

  it.each<[string, RuleCases, RegExp]>([
    ['a message that no case expects', { ...complete, invalid: [invalid] }, /messages/],
    [
      'a sub-code that no case expects',
      { ...complete, invalid: [invalid, { code: 'x', findings: [{ message: 'other', at: '1:1' }] }] },
      /sub-codes/,
    ],
    ['a case that is there twice', { ...complete, valid: ['a', { code: 'a', name: 'again' }] }, /twice/],
    ['code that is both right and wrong', { ...complete, valid: [code] }, /twice/],
    ['no valid case', { ...complete, valid: [] }, /needs valid and invalid/],
  ])('are refused for %s', (_, cases, reason) => {
    expect(() => checkComplete(hostRule(), cases)).toThrow(reason);
  });

  it('with other files are other cases', () => {
    const cases = {
      ...complete,
      valid: ['a', { code: 'a', files: { 'b.sh': 'x' } }, { code: 'a', files: { 'c.sh': 'x' } }],
    };

    expect(() => checkComplete(hostRule(), cases)).not.toThrow();
  });

  it('show a corrected text when the rule is fixable', () => {
    const fixable = hostRule((range) => ({ range, newText: '' }));

    expect(() => checkComplete(fixable, complete)).toThrow(/no case shows a corrected text/);
  });
});

describe('the declaration of a rule', () => {
  it.each([
    ['an id without family', { id: 'tried' }],
    ['a confidence beyond 1', { meta: { ...meta, confidence: 2 } }],
    ['an empty remedy', { meta: { ...meta, remedy: ' ' } }],
  ])('is refused for %s', (_, changes) => {
    expect(() => checkDeclared(hostRule(undefined, changes))).toThrow();
  });
});

describe('findings', () => {
  it.each<[string, InvalidCase['findings']]>([
    ['another place', [{ message: 'bad', at: '2:4' }]],
    ['another message', [{ message: 'other', at: '2:3' }]],
    ['another severity', [{ message: 'bad', at: '2:3', severity: 'low' }]],
    ['a sub-code', [{ message: 'bad', at: '2:3', sub: 'one' }]],
    ['one more', [...invalid.findings, { message: 'bad', at: '3:1' }]],
    ['none', []],
  ])('that are expected with %s are refused', async (_, findings) => {
    const outcome = await ruleOutcome(hostRule(), invalid);

    expect(() => checkExpected(hostRule(), outcome, invalid)).not.toThrow();
    expect(() => checkExpected(hostRule(), outcome, { ...invalid, findings })).toThrow(/something else/);
  });

  it('lack no data that their message names', async () => {
    const rule = hostRule(undefined, {
      create: (context: { report(problem: object): void }): RuleVisitor => ({
        source: (source) => context.report({ at: source, message: 'other' }),
      }),
    });

    const outcome = await ruleOutcome(rule, invalid);

    expect(() => checkData(rule, outcome)).toThrow(/lacks data/);
  });

  it('are not looked for in code that is none, unless the rule is about syntax', async () => {
    const outcome = await ruleOutcome(hostRule(), { code: 'locals {\n  a = \n}\n' });

    expect(() => checkCode(hostRule(), outcome)).toThrow(/syntax errors/);
    expect(() => checkCode(hostRule(undefined, { id: 'syntax/tried' }), outcome)).not.toThrow();
  });

  it('of a rule that throws end its test', async () => {
    const rule = hostRule(undefined, {
      create: () => {
        throw new Error('broken');
      },
    });

    await expect(ruleOutcome(rule, invalid)).rejects.toThrow('broken');
  });

  it('are never reported under a name that the rule does not declare', async () => {
    const rule = hostRule(undefined, { messages: { different: 'x' } });

    await expect(ruleOutcome(rule, invalid)).rejects.toThrow('Rule "build/tried" has no message "bad".');
  });
});

describe('a correction', () => {
  const removes = hostRule((range) => ({ range, newText: '' }));
  const fixed = 'source "null" "x" {\n  \n}\n';

  it('passes when its text is declared, parses and leaves nothing to report', async () => {
    await expect(fixOf(removes, { fixed })).resolves.toBeUndefined();
  });

  it.each<[string, AnyRule, Partial<InvalidCase>, RegExp]>([
    ['is not declared by the case', removes, {}, /does not declare/],
    ['is declared but not offered', hostRule(), { fixed }, /offers no correction/],
    ['gives another text', removes, { fixed: code }, /something else/],
    [
      'breaks the text',
      hostRule((range) => ({ range, newText: '{ {' })),
      { fixed: 'source "null" "x" {\n  { {\n}\n' },
      /syntax errors/,
    ],
    [
      'leaves something to report',
      hostRule((range) => ({ range, newText: 'host = 2' })),
      { fixed: 'source "null" "x" {\n  host = 2\n}\n' },
      /still finds/,
    ],
  ])('that %s is refused', async (_, rule, changes, reason) => {
    await expect(fixOf(rule, changes)).rejects.toThrow(reason);
  });

  it('of a rule that does not say that it is fixable is refused', async () => {
    const hidden = hostRule((range) => ({ range, newText: '' }), { meta });

    await expect(ruleOutcome(hidden, invalid)).rejects.toThrow(/says nothing of "fixable"/);
  });
});

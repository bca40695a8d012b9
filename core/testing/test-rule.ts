import assert from 'node:assert/strict';
import type { AnyRule } from '../rules/index.ts';
import type { InvalidCase, RuleCase, RuleCases } from './test-rule-case.ts';
import { checkCode, checkData, checkExpected, checkFindings } from './test-rule-checks.ts';
import { checkComplete, checkDeclared } from './test-rule-complete.ts';
import { ruleOutcome } from './test-rule-findings.ts';
import { checkFix } from './test-rule-fix.ts';

interface Runner {
  describe(name: string, work: () => void): unknown;
  it(name: string, work: () => Promise<void> | void): unknown;
}

// Vitest can only be imported where it runs the tests: everywhere else, also where it is not installed, Node's own runner
// takes them. A name in a variable keeps bundlers and type checkers from asking for it.
const vitest: string = 'vitest';
const { describe, it }: Runner = await import(vitest).catch(() => import('node:test'));

/**
 * Tries a rule on code that is right and code that is wrong. Exact places, no case twice, every message and sub-code
 * reached, and corrections that are declared, parse and leave nothing to correct.
 */
export function testRule(rule: AnyRule, cases: RuleCases): void {
  describe(rule.id, () => {
    it('is declared and tried completely', () => {
      checkDeclared(rule);
      checkComplete(rule, cases);
    });
    for (const [index, one] of cases.valid.entries()) {
      const valid = typeof one === 'string' ? { code: one } : one;
      it(`says nothing of ${nameOf(valid, index)}`, () => tryValid(rule, valid));
    }
    for (const [index, invalid] of cases.invalid.entries()) {
      it(`reports ${nameOf(invalid, index)}`, () => tryInvalid(rule, invalid));
    }
  });
}

async function tryValid(rule: AnyRule, valid: RuleCase): Promise<void> {
  const outcome = await ruleOutcome(rule, valid);
  const found = outcome.findings.map(({ rule: id, message, range }) => ({ id, message, at: range?.start }));

  checkCode(rule, outcome);
  assert.deepEqual(found, [], 'The rule reports code that is right.');
}

async function tryInvalid(rule: AnyRule, invalid: InvalidCase): Promise<void> {
  assert.notEqual(invalid.findings.length, 0, 'An invalid case expects at least one finding.');

  const outcome = await ruleOutcome(rule, invalid);

  checkCode(rule, outcome);
  checkData(rule, outcome);
  checkExpected(rule, outcome, invalid);
  checkFindings(outcome);
  await checkFix(rule, outcome, invalid);
}

function nameOf({ name, code }: RuleCase, index: number): string {
  const short = code.replaceAll(/\s+/g, ' ').trim().slice(0, 60);
  return `${index + 1}: ${name ?? short}`;
}

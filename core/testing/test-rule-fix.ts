import assert from 'node:assert/strict';
import type { Finding } from '../index.ts';
import { type AnyRule, planFixes } from '../rules/index.ts';
import { codeFile, type InvalidCase, type RuleCase } from './test-rule-case.ts';
import { type RuleOutcome, ruleOutcome } from './test-rule-findings.ts';

type Files = Readonly<Record<string, string>>;

/** Corrections give exactly the text that the case declares, which parses and gives the rule nothing more to correct. */
export async function checkFix(rule: AnyRule, outcome: RuleOutcome, invalid: InvalidCase): Promise<void> {
  const fixable = outcome.findings.filter(({ fix }) => fix);
  if (invalid.fixed === undefined) {
    assert.equal(
      fixable.length,
      0,
      'The rule offers a correction that the case does not declare as "fixed".',
    );
    return;
  }
  assert.notEqual(
    fixable.length,
    0,
    'The case declares a corrected text, but the rule offers no correction.',
  );
  const before = filesOf(invalid);
  const after = corrected(before, outcome.findings);
  const wanted = typeof invalid.fixed === 'string' ? { [codeFile(invalid)]: invalid.fixed } : invalid.fixed;
  assert.deepEqual(changes(before, after), { ...wanted }, 'The correction gives something else.');

  const second = await ruleOutcome(rule, withFiles(invalid, after));
  const syntax = second.template.errors.filter(({ kind }) => kind === 'syntax').map(({ message }) => message);
  assert.deepEqual(syntax, [], 'The corrected text has syntax errors.');
  const left = second.findings.map(({ message }) => message);
  const rest = outcome.findings.filter(({ fix }) => !fix).map(({ message }) => message);
  assert.deepEqual(left.toSorted(), rest.toSorted(), 'The rule still finds something in the corrected text.');
}

function filesOf(ruleCase: RuleCase): Files {
  return { ...ruleCase.files, [codeFile(ruleCase)]: ruleCase.code };
}

function corrected(files: Files, findings: readonly Finding[]): Files {
  const plan = planFixes(findings, files, { kind: 'suggested' });
  assert.deepEqual(plan.conflicts, [], 'Corrections of the case overlap.');
  return { ...files, ...Object.fromEntries(plan.files.map(({ path, after }) => [path, after])) };
}

function changes(before: Files, after: Files): Files {
  return Object.fromEntries(Object.entries(after).filter(([path, text]) => before[path] !== text));
}

function withFiles<Case extends RuleCase>(ruleCase: Case, files: Files): Case {
  return { ...ruleCase, files, code: files[codeFile(ruleCase)] ?? '' };
}

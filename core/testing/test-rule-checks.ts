import assert from 'node:assert/strict';
import { Finding } from '../index.ts';
import { type AnyRule, fillMessage, type SourceRange } from '../rules/index.ts';
import { codeFile, type ExpectedFinding, type InvalidCase, type RuleCase } from './test-rule-case.ts';
import type { RuleOutcome, SeenReport } from './test-rule-findings.ts';

/** A finding survives every way out: the schema of the outputs, and the way into another thread. */
export function checkFindings({ findings }: RuleOutcome): void {
  for (const finding of findings) {
    assert.deepEqual(Finding.parse(finding), finding, 'The finding does not fit the schema of findings.');
    assert.deepEqual(structuredClone(finding), finding, 'The finding holds more than plain data.');
  }
}

/** Rules about other things than syntax say nothing of worth about code that is no HCL. */
export function checkCode(rule: AnyRule, { template }: RuleOutcome): void {
  if (rule.id.startsWith('syntax/')) return;
  const broken = template.errors.filter(({ kind }) => kind === 'syntax').map(({ message }) => message);
  assert.deepEqual(broken, [], 'The code of the case has syntax errors.');
}

/** Every value that a message names is given. */
export function checkData({ id, messages }: AnyRule, { reports }: RuleOutcome): void {
  for (const { message, data = {} } of reports) {
    const names = [...String(messages[message]).matchAll(/\{(\w+)\}/g)].map(([, name]) => String(name));
    const missing = names.filter((name) => !Object.hasOwn(data, name));
    assert.deepEqual(missing, [], `A report of "${id}" lacks data for its message "${message}".`);
  }
}

/** Exactly the findings that the case expects, in whatever order it lists them. */
export function checkExpected(rule: AnyRule, outcome: RuleOutcome, invalid: InvalidCase): void {
  const expected = invalid.findings.toSorted(byPlace);
  const actual = seenFindings(rule, outcome, invalid).toSorted(byPlace);
  const shown = actual.map((found, index) => onlyAsked(found, expected[index]));
  assert.deepEqual(shown, expected.map(withoutDefaults), 'The rule reports something else.');
}

function seenFindings(rule: AnyRule, outcome: RuleOutcome, ruleCase: RuleCase): readonly ExpectedFinding[] {
  const seen = new Map<string, ExpectedFinding>();
  for (const report of outcome.reports) {
    const { file, start } = placeOf(report);
    const text = fillMessage(String(rule.messages[report.message]), report.data);
    seen.set(JSON.stringify([placeOf(report), report.sub, text]), {
      message: report.message,
      at: `${start.line}:${start.column}`,
      ...(file !== codeFile(ruleCase) && { file }),
      ...(report.sub !== undefined && { sub: report.sub }),
      data: report.data ?? {},
      severity: report.severity ?? rule.meta.severity,
    });
  }
  return [...seen.values()];
}

function placeOf({ at }: SeenReport): SourceRange {
  return 'range' in at ? at.range : at;
}

/** Data and severity count only where the case says something of them. */
function onlyAsked(found: ExpectedFinding, expected: ExpectedFinding | undefined): ExpectedFinding {
  const { data, severity, ...rest } = found;
  return {
    ...rest,
    ...(expected?.data && data && { data: { ...data } }),
    ...(expected?.severity !== undefined && severity !== undefined && { severity }),
  };
}

function withoutDefaults({ message, at, file, sub, data, severity }: ExpectedFinding): ExpectedFinding {
  return {
    message,
    at,
    ...(file !== undefined && { file }),
    ...(sub !== undefined && { sub }),
    ...(data && { data: { ...data } }),
    ...(severity !== undefined && { severity }),
  };
}

function byPlace(a: ExpectedFinding, b: ExpectedFinding): number {
  return keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0;
}

function keyOf({ file = '', at, sub = '', message }: ExpectedFinding): string {
  const [line, column] = at.split(':').map((part) => part.padStart(7, '0'));
  return [file, line, column, sub, message].join(' ');
}

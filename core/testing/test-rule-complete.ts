import assert from 'node:assert/strict';
import type { AnyRule } from '../rules/index.ts';
import type { RuleCases } from './test-rule-case.ts';

/** The cases reach everything that the rule declares, and none of them is there twice. */
export function checkComplete(
  { id, meta, messages, subs = {} }: AnyRule,
  { valid, invalid }: RuleCases,
): void {
  const expected = invalid.flatMap(({ findings }) => findings);
  assert.ok(valid.length > 0 && invalid.length > 0, `"${id}" needs valid and invalid cases.`);
  assert.deepEqual(
    without(Object.keys(messages), new Set(expected.map(({ message }) => message))),
    [],
    'No case expects these messages.',
  );
  assert.deepEqual(
    without(Object.keys(subs), new Set(expected.flatMap(({ sub }) => sub ?? []))),
    [],
    'No case expects these sub-codes.',
  );
  if (meta.fixable) {
    assert.ok(
      invalid.some(({ fixed }) => fixed !== undefined),
      `"${id}" is fixable, but no case shows a corrected text.`,
    );
  }
  assert.deepEqual(duplicates([...valid, ...invalid]), [], 'These cases are there twice.');
}

/** A rule says enough of itself to be shown, sorted and judged. */
export function checkDeclared({ id, meta }: AnyRule): void {
  assert.match(id, /^[a-z0-9-]+(\/[a-z0-9-]+)+$/, 'The id of a rule is "<family>/<what-is-wrong>".');
  assert.ok(meta.confidence >= 0 && meta.confidence <= 1, 'Confidence goes from 0 to 1.');
  for (const key of ['summary', 'remedy', 'example'] as const) {
    assert.ok(meta[key].trim() !== '', `The meta of "${id}" says nothing in "${key}".`);
  }
}

function without(names: readonly string[], used: ReadonlySet<string>): readonly string[] {
  return names.filter((name) => !used.has(name));
}

function duplicates(cases: readonly (string | object)[]): readonly string[] {
  const seen = new Set<string>();
  return cases
    .map((one) => (typeof one === 'string' ? { code: one } : withoutExpectations(one)))
    .map((one) => JSON.stringify(Object.entries(one).toSorted()))
    .filter((key) => seen.size === seen.add(key).size);
}

function withoutExpectations(one: object): object {
  const { findings, fixed, name, ...rest } = one as Record<string, unknown>;
  return rest;
}

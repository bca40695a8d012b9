import { Diagnosis } from 'packer-hybrid';
import { expect, test } from 'vitest';
import { allSignatures } from '../testing/all-signatures.ts';
import { causes } from './causes/all.ts';
import { compileSignatures } from './compile.ts';

const signatures = await allSignatures();
const patterns = compileSignatures(signatures);

test('every cause shows in some pattern, and every pattern has a cause that is described', () => {
  expect(new Set(signatures.map(({ cause }) => cause))).toEqual(new Set(Object.keys(causes)));
});

test.each(Object.entries(causes))('what is said of %s is sound', (cause, facts) => {
  const { attributes = [], ...said } = facts;

  expect(Diagnosis.safeParse({ cause, ...said, evidence: [] }).success).toEqual(true);
  expect(facts.remedy).toMatch(/^[A-Z].+\.$/);
  expect(attributes.filter((name) => !/^[a-z_]+$/.test(name))).toEqual([]);
});

test('only what a download can cure is tried again among the causes that concern trust or the template', () => {
  const again = Object.entries(causes).filter(
    ([, { class: kind, retryable }]) => retryable && ['security', 'config'].includes(kind),
  );

  expect(again.map(([cause, { action }]) => [cause, action])).toEqual([
    ['iso-checksum-mismatch', 'purge-cache'],
  ]);
});

test('no pattern has a memory or matches an empty line', () => {
  // A pattern with a memory would match every other time; one that matches nothing matches everything.
  const all = patterns.flatMap(({ match, unless, earlier, until }) => [match, ...unless, earlier, until]);
  const faulty = all.filter((regex) => regex && (regex.global || regex.sticky || regex.test('')));

  expect(faulty).toEqual([]);
});

test('a contributed cause without facts is left out', () => {
  expect(compileSignatures([{ cause: 'nobody-knows', patterns: [/x/] }])).toEqual([]);
});

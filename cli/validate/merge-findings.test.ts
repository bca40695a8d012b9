import { expect, test } from 'vitest';
import type { Check, Finding } from '../../core/schema/index.ts';
import { sampleFinding, sampleRange } from '../testing/sample-findings.ts';
import { checkFindings, mergeFindings } from './merge-findings.ts';

const at = (line: number) => sampleRange('a.pkr.hcl', line, [1, 9]);
const packers = (line: number, more: Partial<Finding> = {}): Finding => ({
  rule: 'packer/validate',
  family: 'packer',
  severity: 'critical',
  confidence: 1,
  message: 'Unsupported argument',
  range: at(line),
  ...more,
});
const ours = (line: number, more: Partial<Finding> = {}) =>
  sampleFinding({ rule: 'syntax/x', family: 'syntax', impact: 'build-fails', range: at(line), ...more });

test('where both refuse the same line, ours stays', () => {
  expect(mergeFindings([packers(2), ours(2)])).toEqual([ours(2)]);
});

test.each<[string, Finding, Finding]>([
  ['another line', packers(3), ours(2)],
  ['another file', packers(2, { range: sampleRange('b.pkr.hcl', 2, [1, 2]) }), ours(2)],
  ['another meaning', packers(2), ours(2, { family: 'security', impact: 'insecure-image' })],
  ['a hint of ours', packers(2), ours(2, { hint: true })],
  ['a warning of Packer', packers(2, { severity: 'medium' }), ours(2)],
  ['formatting', packers(2, { rule: 'packer/fmt', severity: 'low' }), ours(2)],
])('both are told with %s', (_case, theirs, own) => {
  expect(mergeFindings([theirs, own])).toHaveLength(2);
});

test('what Packer says for each target is told once, and hints are last', () => {
  const hint = ours(1, { severity: 'critical', hint: true });

  expect(mergeFindings([hint, packers(5), packers(5), packers(5, { message: 'Other' })])).toEqual([
    packers(5),
    packers(5, { message: 'Other' }),
    hint,
  ]);
});

test('of checks only those count that keep Packer from being asked, or that are about trust', () => {
  const check = (id: string, more: Partial<Check> = {}): Check => ({
    id,
    ok: false,
    severity: 'critical',
    message: 'm',
    ...more,
  });
  const checks = [
    check('packer/version', { remedy: 'Install it.' }),
    check('packer/plugins', { ok: true }),
    check('qemu/program'),
    check('state/permissions', { security: true }),
  ];

  const rules = (asksPacker: boolean) => checkFindings(checks, asksPacker).map(({ rule }) => rule);

  expect(rules(true)).toEqual(['packer/version', 'state/permissions']);
  expect(rules(false)).toEqual(['state/permissions']);
});

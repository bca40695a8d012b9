import { runPlugin } from 'packer-hybrid/testing';
import { describe, expect, it } from 'vitest';
import { delusions } from './index.ts';

const analyze = (text: string) =>
  runPlugin(delusions(), { hook: 'analyze', files: { 'image.pkr.hcl': text } });

describe('delusions', () => {
  it('finds nothing in a template that is whole', async () => {
    const { findings } = await analyze('source "null" "n" {}\nbuild {\n  sources = ["source.null.n"]\n}\n');

    expect(findings).toEqual([]);
  });

  it.each([
    [
      'syntax/parse-error',
      'source "null" "n" {}\nbuild {\n  sources = ["source.null.n"]\n}\nvariable "x" {\n  default = \n}\n',
      6,
    ],
    [
      'syntax/undefined-source-reference',
      'source "null" "n" {}\nbuild {\n  sources = ["source.null.n", "source.null.m"]\n}\n',
      3,
    ],
    [
      'syntax/duplicate-declaration',
      'source "null" "n" {}\nsource "null" "n" {}\nbuild {\n  sources = ["source.null.n"]\n}\n',
      2,
    ],
  ])('reports %s at its place', async (rule, text, line) => {
    const { findings } = await analyze(text);

    expect(findings.map((finding) => [finding.rule, finding.severity, finding.range?.start.line])).toEqual([
      [rule, 'critical', line],
    ]);
    expect(findings[0]?.range?.file).toBe('image.pkr.hcl');
  });
});

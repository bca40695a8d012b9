import { describe, expect, it } from 'vitest';
import { readIn } from '../../language/testing/written-template.ts';
import { baselineOf } from '../baseline/index.ts';
import { defineRule, type Placed, type RuleVisitor } from '../rule.ts';
import type { RulePack } from '../selection/index.ts';
import { type AnalyzeTemplates, analyzeTemplates } from './analyze-templates.ts';
import { textsOf } from './texts-of.ts';

type Visit = (report: (node: Placed) => void) => RuleVisitor;

function packOf(id: `syntax/${string}` | `build/${string}`, confidence: number, visitor: Visit): RulePack {
  const rule = defineRule({
    id,
    meta: {
      summary: 'Tried.',
      severity: 'high',
      impact: 'build-fails',
      recovery: 'simple',
      confidence,
      remedy: 'None.',
      example: 'x',
      recommended: true,
    },
    messages: { seen: 'Seen.' },
    create: ({ report }) => visitor((at) => report({ at, message: 'seen' })),
  });
  return { id, rules: { [id]: async () => ({ default: rule }) } };
}
const everySource = (id: `build/${string}`, confidence = 1) =>
  packOf(id, confidence, (report) => ({ source: (source) => report(source) }));

async function analyze(text: string, options: Partial<AnalyzeTemplates>) {
  const template = await readIn({ files: { 'a.pkr.hcl': text } });
  const analysis = await analyzeTemplates([template], {
    root: template.root,
    packs: [],
    settings: {},
    ...options,
  });
  return {
    template,
    analysis,
    found: analysis.findings.map(({ rule, range }) => `${rule} ${range?.start.line}`),
  };
}

describe('errors of the language', () => {
  const broken = 'source "null" "x" {}\nbuild {\n  sources = ["source.null.gone"]\n}\n';

  it('are findings of the rules that they belong to', async () => {
    const { found } = await analyze(broken, {});

    expect(found).toEqual(['syntax/undefined-source-reference 3']);
  });

  it('are not told twice when a rule tells of the place', async () => {
    const pack = packOf('syntax/tried', 1, (report) => ({
      build: ({ sources }) => {
        for (const use of sources) report(use);
      },
    }));

    const { found } = await analyze(broken, { packs: [pack] });

    expect(found).toEqual(['syntax/tried 3']);
  });

  it('take the level of their rule, or none', async () => {
    const off = await analyze(broken, { settings: { 'syntax/undefined-source-reference': 'off' } });
    const low = await analyze(broken, { settings: { 'syntax/undefined-source-reference': 'low' } });

    expect(off.found).toEqual([]);
    expect(low.analysis.findings.map(({ severity }) => severity)).toEqual(['low']);
  });
});

describe('what is found', () => {
  const text = 'source "null" "x" {}\nsource "null" "y" {}\n';

  it('is taken away by comments first, then by the baseline', async () => {
    const suppressed = `# packer-hybrid: ignore build/tried -- known\n${text}`;
    const packs = [everySource('build/tried')];
    const before = await analyze(suppressed, { packs });
    const baseline = baselineOf(before.analysis.findings, textsOf([before.template], before.template.root));

    const { analysis } = await analyze(suppressed, { packs, baseline });

    expect(before.found).toEqual(['build/tried 3']);
    expect([analysis.findings, analysis.suppressed.length, analysis.baselined.length]).toEqual([[], 1, 1]);
  });

  it('becomes a hint below the threshold, behind everything else', async () => {
    const packs = [everySource('build/unsure', 0.2), everySource('build/sure', 0.4)];

    const { analysis } = await analyze('source "null" "x" {}\n', { packs });
    const strict = await analyze('source "null" "x" {}\n', { packs, settings: { confidence: 0.5 } });

    expect(analysis.findings.map(({ rule, hint }) => [rule, hint])).toEqual([
      ['build/sure', undefined],
      ['build/unsure', true],
    ]);
    expect(strict.analysis.findings.every(({ hint }) => hint)).toBe(true);
  });

  it('of the engine itself can be switched off', async () => {
    const useless = `# packer-hybrid: ignore build/tried\nlocals {}\n`;
    const packs = [everySource('build/tried')];

    const on = await analyze(useless, { packs });
    const off = await analyze(useless, { packs, settings: { 'core/*': 'off' } });

    expect(on.found).toEqual(['core/suppression-without-reason 1', 'core/unused-suppression 1']);
    expect(off.found).toEqual([]);
  });
});

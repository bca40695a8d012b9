import { definePlugin, PLUGIN_API } from 'packer-hybrid';
import { baselineOf, defineRule, KNOWLEDGE_FILE, renderBaseline, renderKnowledge } from 'packer-hybrid/rules';
import { runPlugin } from 'packer-hybrid/testing';
import { describe, expect, it } from 'vitest';
import { delusions } from './index.ts';

const hostRule = defineRule({
  id: 'build/tried-host',
  meta: {
    summary: 'A host is bad.',
    severity: 'high',
    impact: 'wrong-image',
    recovery: 'trivial',
    confidence: 0.8,
    remedy: 'Use another one.',
    example: 'host = "good"',
    recommended: true,
  },
  messages: { bad: 'The host "{host}" is bad.' },
  create: (context) => ({
    attribute(attribute) {
      if (attribute.name === 'host') {
        context.report({ at: attribute, message: 'bad', data: { host: attribute.text } });
      }
    },
  }),
});

const withRule = definePlugin({
  name: 'tried-rules',
  apiVersion: PLUGIN_API,
  contributes: {
    rulePacks: [{ id: 'tried', rules: { 'build/tried-host': async () => ({ default: hostRule }) } }],
  },
});

const badHost = 'source "null" "n" {\n  host = "bad"\n}\nbuild {\n  sources = ["source.null.n"]\n}\n';

const analyze = (
  files: Readonly<Record<string, string>>,
  options: Pick<Parameters<typeof runPlugin>[1], 'settings'> = {},
) => runPlugin(delusions(), { hook: 'analyze', files, plugins: [withRule()], ...options });

describe('delusions', () => {
  it('finds nothing in a template that is whole', async () => {
    const { findings, failures } = await analyze({
      'image.pkr.hcl': 'source "null" "n" {}\nbuild {\n  sources = ["source.null.n"]\n}\n',
    });

    expect([findings, failures]).toEqual([[], []]);
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
    const { findings } = await analyze({ 'image.pkr.hcl': text });

    expect(findings.map((finding) => [finding.rule, finding.severity, finding.range?.start.line])).toEqual([
      [rule, 'critical', line],
    ]);
    expect(findings[0]?.range?.file).toBe('image.pkr.hcl');
  });

  it('runs the rules that other plugins contribute, as the settings want them', async () => {
    const files = { 'image.pkr.hcl': badHost };

    const found = await analyze(files);
    const lighter = await analyze(files, { settings: { rules: { 'build/*': 'low' } } });
    const none = await analyze(files, { settings: { rules: { 'build/tried-host': 'off' } } });

    expect(found.findings.map(({ rule, severity, message }) => [rule, severity, message])).toEqual([
      ['build/tried-host', 'high', 'The host ""bad"" is bad.'],
    ]);
    expect(lighter.findings.map(({ severity }) => severity)).toEqual(['low']);
    expect(none.findings).toEqual([]);
  });

  it('refuses a rule that does not exist, and says what was meant', async () => {
    const refused = analyze(
      { 'image.pkr.hcl': badHost },
      { settings: { rules: { 'build/tried-hots': 'off' } } },
    );

    await expect(refused).rejects.toMatchObject({
      code: 'PH_CONFIG_INVALID',
      remedy: 'Did you mean "build/tried-host"?',
    });
  });

  it('tells how many findings comments and the baseline took away', async () => {
    const text = `# packer-hybrid: ignore build/tried-host -- tried\n${badHost}source "null" "o" { host = "worse" }\n`;
    const { findings } = await analyze({ 'image.pkr.hcl': text });

    const { findings: left, notes } = await analyze({
      'image.pkr.hcl': text,
      'packer-hybrid.baseline.json': renderBaseline(baselineOf(findings, () => text)),
    });

    expect(findings.map(({ message }) => message)).toEqual(['The host ""worse"" is bad.']);
    expect(left).toEqual([]);
    expect(notes).toEqual([
      '1 finding is suppressed by comments in the templates.',
      '1 finding is known from the baseline.',
    ]);
  });

  it('makes hints of what feedback has shown to be wrong', async () => {
    const feedback = Array.from({ length: 40 }, (_, index) => ({
      finding: index.toString(16).padStart(32, '0'),
      rule: 'build/tried-host',
      context: 'null',
      verdict: 'false-positive' as const,
      at: '2026-01-01T00:00:00.000Z',
    }));

    const { findings } = await analyze({
      'image.pkr.hcl': badHost,
      [`state/${KNOWLEDGE_FILE}`]: renderKnowledge({ version: 1, feedback }),
    });

    expect(findings.map(({ confidence, hint }) => [confidence, hint])).toEqual([[0.16, true]]);
  });

  it('names a baseline that is none', async () => {
    const { failures } = await analyze({ 'image.pkr.hcl': badHost, 'packer-hybrid.baseline.json': '[]' });

    expect(failures.map(({ code }) => code)).toEqual(['PH_BASELINE_INVALID']);
  });
});

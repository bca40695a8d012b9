import { expect, test } from 'vitest';
import { plainLook, sampleRange, sampleReport, sampleShown } from '../../testing/sample-findings.ts';
import { renderJson } from './json.ts';
import { renderNdjson } from './ndjson.ts';

const whole = {
  rule: 'security/plaintext-password',
  family: 'security',
  severity: 'high',
  impact: 'secret-exposed',
  recovery_complexity: 'simple',
  confidence: 0.9,
  file: 'images/a.pkr.hcl',
  range: { start: { line: 2, column: 3 }, end: { line: 2, column: 27 } },
  template: 'images',
  message: 'The password of ssh_password stands in the template.',
  remedy: 'Declare a sensitive variable.',
  example: 'ssh_password = var.password',
  fix: {
    kind: 'suggested',
    edits: [
      {
        file: 'images/a.pkr.hcl',
        range: { start: { line: 2, column: 18 }, end: { line: 2, column: 27 } },
        new_text: 'var.password',
      },
    ],
  },
  hint: false,
  fingerprint: '3f9a1c2b',
};

const edit = { range: sampleRange('images/a.pkr.hcl', 2, [18, 27]), new_text: 'var.password' };
const shown = sampleShown({ fix: { kind: 'suggested', edits: [edit] } });

test('json: one document with the summary and whole findings', () => {
  const report = sampleReport([shown]);

  const text = renderJson(report, plainLook());

  expect(JSON.parse(text)).toEqual({ version: 1, summary: report.summary, findings: [whole], failed: [] });
});

test('what a finding does not have is null, never missing', () => {
  const bare = {
    finding: {
      rule: 'packer/fmt',
      family: 'packer',
      severity: 'low' as const,
      confidence: 1,
      message: 'm',
      hint: true as const,
    },
    fingerprint: 'f',
  };

  const [found] = JSON.parse(renderJson(sampleReport([bare]), plainLook())).findings;

  expect(found).toEqual({
    ...Object.fromEntries(Object.keys(whole).map((name) => [name, null])),
    rule: 'packer/fmt',
    family: 'packer',
    severity: 'low',
    confidence: 1,
    message: 'm',
    hint: true,
    fingerprint: 'f',
  });
});

test('ndjson: one finding a line, and nothing at all without findings', () => {
  const lines = renderNdjson(sampleReport([shown, shown]), plainLook()).split('\n');

  expect(lines.map((line) => JSON.parse(line))).toEqual([whole, whole]);
  expect(renderNdjson(sampleReport([]), plainLook())).toEqual('');
});

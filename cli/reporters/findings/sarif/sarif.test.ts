import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import draft4 from 'ajv-draft-04';
import formats from 'ajv-formats';
import { expect, test } from 'vitest';
import { plainLook, sampleRange, sampleReport, sampleShown } from '../../../testing/sample-findings.ts';
import type { FindingsReport } from '../contract.ts';
import { renderSarif } from './render-sarif.ts';

const packageFile = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/package.json');
const schema = JSON.parse(
  readFileSync(join(dirname(packageFile), 'lib', 'schemas', 'sarif-2.1.0-rtm.5.json'), 'utf8'),
);
const ajv = new draft4.default({ allErrors: true, strict: false, unicodeRegExp: false });
formats.default(ajv);
const validate = ajv.compile(schema);

function sarifOf(report: FindingsReport) {
  const log = JSON.parse(renderSarif(report, plainLook()));
  const isValid = validate(log);
  return { log, problems: isValid ? [] : validate.errors };
}

const edit = { range: sampleRange('images/a.pkr.hcl', 2, [18, 27]), new_text: 'var.password' };
const failed = [{ template: 'b', code: 'PH_TEMPLATE_UNREADABLE', message: 'No.', remedy: 'Do.' }];

test('the official schema can refuse', () => {
  expect(validate({ version: '2.1.0', runs: [{ results: [{}] }] })).toBe(false);
});

test.each<[string, FindingsReport]>([
  ['no finding', sampleReport([])],
  ['a finding', sampleReport([sampleShown()])],
  ['corrections', sampleReport([sampleShown({ fix: { kind: 'safe', edits: [edit, edit] } })])],
  [
    'a finding without anything optional',
    sampleReport([
      sampleShown({
        range: undefined,
        remedy: undefined,
        example: undefined,
        impact: undefined,
        template: undefined,
        recovery_complexity: undefined,
      }),
    ]),
  ],
  ['hints', sampleReport([sampleShown({ confidence: 0.2, hint: true })])],
  [
    'names that are no addresses',
    sampleReport([sampleShown({ range: sampleRange('a b/ü#?.pkr.hcl', 1, [1, 1]) })]),
  ],
  ['a template that could not be read', sampleReport([], { failed })],
])('is valid with %s', (_case, report) => {
  expect(sarifOf(report).problems).toEqual([]);
});

test('results point at their rule and their place', () => {
  const { log } = sarifOf(
    sampleReport([
      sampleShown(),
      sampleShown({ rule: 'build/x', family: 'build', severity: 'medium' }),
      sampleShown(),
    ]),
  );

  const [run] = log.runs;
  expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual([
    'build/x',
    'security/plaintext-password',
  ]);
  expect(run.results.map((one: { ruleIndex: number; level: string }) => [one.ruleIndex, one.level])).toEqual([
    [1, 'error'],
    [0, 'warning'],
    [1, 'error'],
  ]);
  expect(run.results[0]).toMatchObject({
    ruleId: 'security/plaintext-password',
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'images/a.pkr.hcl', uriBaseId: '%SRCROOT%' },
          region: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 27 },
        },
      },
    ],
    partialFingerprints: { 'packerHybrid/v1': '3f9a1c2b' },
  });
  expect(run.originalUriBaseIds).toEqual({ '%SRCROOT%': { uri: 'file:///work/' } });
});

test('a correction names the stretch that it replaces', () => {
  const { log } = sarifOf(sampleReport([sampleShown({ fix: { kind: 'safe', edits: [edit] } })]));

  expect(log.runs[0].results[0].fixes).toMatchObject([
    {
      artifactChanges: [
        {
          artifactLocation: { uri: 'images/a.pkr.hcl' },
          replacements: [
            {
              deletedRegion: { startLine: 2, startColumn: 18, endLine: 2, endColumn: 27 },
              insertedContent: { text: 'var.password' },
            },
          ],
        },
      ],
    },
  ]);
});

test('a file outside the working directory keeps its whole address', () => {
  const { log } = sarifOf(sampleReport([sampleShown({ range: sampleRange('../b/x.sh', 1, [1, 2]) })]));

  expect(log.runs[0].results[0].locations[0].physicalLocation.artifactLocation).toEqual({
    uri: 'file:///b/x.sh',
  });
});

test('a run that could not look at everything says so', () => {
  expect(sarifOf(sampleReport([], { failed })).log.runs[0].invocations).toMatchObject([
    {
      executionSuccessful: false,
      toolExecutionNotifications: [
        { descriptor: { id: 'PH_TEMPLATE_UNREADABLE' }, message: { text: 'No. Do.' } },
      ],
    },
  ]);
});

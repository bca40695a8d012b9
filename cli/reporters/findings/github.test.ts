import { expect, test } from 'vitest';
import { plainLook, sampleRange, sampleReport, sampleShown } from '../../testing/sample-findings.ts';
import type { ShownFinding } from './contract.ts';
import { renderGithub } from './github.ts';

const render = (shown: ShownFinding, look = plainLook()) => renderGithub(sampleReport([shown]), look);

test('a finding is an annotation at its place', () => {
  expect(render(sampleShown({ remedy: undefined }))).toEqual(
    '::error file=images/a.pkr.hcl,line=2,endLine=2,col=3,endColumn=26,title=security/plaintext-password::The password of ssh_password stands in the template.',
  );
});

test.each([
  ['critical', 'error'],
  ['high', 'error'],
  ['medium', 'warning'],
  ['low', 'notice'],
] as const)('%s is %s', (severity, command) => {
  expect(render(sampleShown({ severity }))).toMatch(new RegExp(`^::${command} `));
});

test('a hint is never more than a notice', () => {
  expect(render(sampleShown({ severity: 'critical', hint: true }))).toMatch(/^::notice /);
});

test('what the format uses itself is escaped', () => {
  const text = render(
    sampleShown({
      message: '100%, a:b\r\nnext',
      remedy: 'Do it.',
      range: sampleRange('a,b:c%.pkr.hcl', 1, [1, 2]),
    }),
  );

  expect(text).toContain('file=a%2Cb%3Ac%25.pkr.hcl,');
  expect(text).toMatch(/::100%25, a:b%0D%0Anext%0ADo it\.$/);
});

test('a stretch of several lines has no columns', () => {
  const range = { ...sampleRange('a.pkr.hcl', 1, [3, 9]), end: { line: 4, column: 2, offset: 90 } };

  expect(render(sampleShown({ range }))).toMatch(/^::error file=a\.pkr\.hcl,line=1,endLine=4,title=/);
});

test('files are named from the root of the repository', () => {
  const look = { ...plainLook(), cwd: '/work/repo/infra', env: { GITHUB_WORKSPACE: '/work/repo' } };

  expect(render(sampleShown(), look)).toContain('file=infra/images/a.pkr.hcl,');
});

test('a finding without a place, and a template that could not be read, are told all the same', () => {
  const failed = [{ template: 'b', code: 'PH_TEMPLATE_UNREADABLE', message: 'No.', remedy: 'Do.' }];

  const text = renderGithub(sampleReport([sampleShown({ range: undefined })], { failed }), plainLook());

  expect(text.split('\n')).toEqual([
    '::error title=packer-hybrid PH_TEMPLATE_UNREADABLE::No. Do.',
    expect.stringMatching(/^::error title=security\/plaintext-password::The password/),
  ]);
});

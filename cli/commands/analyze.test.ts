import { afterEach, expect, test } from 'vitest';
import type { FindingDocument } from '../reporters/findings/finding-document.ts';
import {
  brokenTemplate,
  onlyQuoted,
  quotedTemplate,
  removeTemporaryWorkspaces,
  temporaryWorkspace,
  wholeTemplate,
} from '../testing/temporary-workspace.ts';

afterEach(removeTemporaryWorkspaces);

const missing = 'syntax/undefined-source-reference';
const quoted = 'syntax/quoted-literal';

/** The findings of a JSON report that a rule made: other rules come and go. */
function findingsOf(out: string, rule: string): readonly FindingDocument[] {
  const { findings } = JSON.parse(out) as { findings: readonly FindingDocument[] };
  return findings.filter((finding) => finding.rule === rule);
}

test('a finding is told as data, with its place from where one is', async () => {
  const { runIn } = temporaryWorkspace({
    'packer-hybrid.config.json': '{}',
    'images/a.pkr.hcl': brokenTemplate,
    'below/x': '',
  });

  const { code, out, err } = await runIn('below', 'analyze', '--format', 'json');

  expect(code).toBe(1);
  expect(err).toBe('');
  expect(findingsOf(out, missing)).toMatchObject([
    {
      rule: missing,
      family: 'syntax',
      severity: 'critical',
      file: '../images/a.pkr.hcl',
      range: { start: { line: 5 } },
      template: '../images',
      hint: false,
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
    },
  ]);
  expect(JSON.parse(out)).toMatchObject({ version: 1, failed: [], summary: { templates: 1, files: 1 } });
});

test('people see file, line, caret and what to do; a whole template ends well', async () => {
  const { run, write } = temporaryWorkspace({ 'a.pkr.hcl': brokenTemplate });

  const broken = await run('analyze');
  write({ 'a.pkr.hcl': wholeTemplate });
  const whole = await run('analyze', '--fail-on', 'critical');

  expect(broken.code).toBe(1);
  expect(broken.out).toMatch(
    /^a\.pkr\.hcl\n {2}✗ critical 5:\d+ .*\n {6}5 \| .*source\.null\.two.*\n {8}\| +\^+$/m,
  );
  expect(broken.out).toContain(missing);
  expect(whole).toMatchObject({ code: 0, err: '' });
});

test('a folder means everything below it; a place without templates is an error', async () => {
  const { run } = temporaryWorkspace({
    'images/a.pkr.hcl': wholeTemplate,
    'images/deep/er/b.pkr.hcl': brokenTemplate,
    'other/c.pkr.hcl': brokenTemplate,
    'empty/x': '',
  });

  const nested = await run('analyze', 'images', '-f', 'json');
  const file = await run('analyze', 'other/c.pkr.hcl', '-f', 'json');
  const none = await run('analyze', 'empty');

  expect(findingsOf(nested.out, missing).map(({ file: path }) => path)).toEqual(['images/deep/er/b.pkr.hcl']);
  expect(JSON.parse(nested.out).summary).toMatchObject({ templates: 2, files: 2 });
  expect(findingsOf(file.out, missing).map(({ template }) => template)).toEqual(['other/c.pkr.hcl']);
  expect(none.code).toBe(1);
  expect(none.err).toContain('PH_TEMPLATE_MISSING');
});

test('--fail-on decides what is a failure', async () => {
  const { run } = temporaryWorkspace({ 'a.pkr.hcl': quotedTemplate });
  const medium = [...onlyQuoted, '--rule', `${quoted}=medium`];

  expect((await run(...onlyQuoted)).code).toBe(1);
  expect((await run(...medium)).code).toBe(0);
  expect((await run(...medium, '--fail-on', 'medium')).code).toBe(1);
  expect((await run(...onlyQuoted, '--fail-on', 'none')).code).toBe(0);
});

test('--max-findings shows less and counts all', async () => {
  const { run } = temporaryWorkspace({ 'a/a.pkr.hcl': brokenTemplate, 'b/b.pkr.hcl': brokenTemplate });

  const { code, out } = await run('analyze', '--max-findings', '1', '-f', 'json');

  const { findings, summary } = JSON.parse(out);
  expect(code).toBe(1);
  expect(findings).toHaveLength(1);
  expect(summary.critical).toBeGreaterThanOrEqual(2);
  expect(summary.omitted).toBe(summary.total + summary.hints - 1);
});

test.each(['pretty', 'json', 'sarif', 'junit', 'github', 'ndjson'])(
  '%s tells the finding',
  async (format) => {
    const { run } = temporaryWorkspace({ 'a.pkr.hcl': brokenTemplate });

    const { code, out } = await run('analyze', '--format', format);

    expect(code).toBe(1);
    expect(out).toContain('a.pkr.hcl');
    expect(out).toContain(missing);
  },
);

test('one template that cannot be read does not hide the others', async () => {
  const { run } = temporaryWorkspace({
    'packer-hybrid.config.json': JSON.stringify({
      templates: [{ path: 'a', varFiles: ['gone.pkrvars.hcl'] }, 'b'],
    }),
    'a/a.pkr.hcl': wholeTemplate,
    'b/b.pkr.hcl': brokenTemplate,
  });

  const { code, out } = await run('analyze', '-f', 'json', '--fail-on', 'none');

  expect(code).toBe(1);
  expect(findingsOf(out, missing)).toHaveLength(1);
  expect(JSON.parse(out).failed).toMatchObject([{ template: 'a', code: 'PH_VARFILE_MISSING' }]);
});

test('rules are set by name; a name that is none is refused with the one that is meant', async () => {
  const { run } = temporaryWorkspace({ 'a.pkr.hcl': quotedTemplate });

  const off = await run(...onlyQuoted, '--rule', `${quoted}=off`, '-f', 'json');
  const low = await run(...onlyQuoted, '--rule', `${quoted}=low`, '-f', 'json');
  const misspelt = await run('analyze', '--rule', 'syntax/quoted-litteral=off');
  const level = await run('analyze', '--rule', `${quoted}=loud`);

  expect(findingsOf(off.out, quoted)).toEqual([]);
  expect(findingsOf(low.out, quoted)).toMatchObject([{ severity: 'low' }]);
  expect(misspelt.err).toContain('Did you mean "syntax/quoted-literal"?');
  expect(level.err).toContain('cannot be "loud"');
});

test('--timing tells on standard error what each rule took', async () => {
  const { run } = temporaryWorkspace({ 'a.pkr.hcl': wholeTemplate });

  const { out, err } = await run('analyze', '--preset', 'strict', '--timing', '-f', 'json');

  expect(err).toMatch(new RegExp(`^${quoted} +\\d+\\.\\d ms$`, 'm'));
  expect(JSON.parse(out).version).toBe(1);
});

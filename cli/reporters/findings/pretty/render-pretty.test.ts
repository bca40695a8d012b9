import { expect, test } from 'vitest';
import { plainLook, sampleRange, sampleReport, sampleShown } from '../../../testing/sample-findings.ts';
import { renderPretty } from './render-pretty.ts';

const text = 'source "null" "a" {\n  ssh_password = "hunter2"\n}\n';
const files = { 'images/a.pkr.hcl': text };

test('a finding shows its line with a caret, what to do, an example and its names', () => {
  const shown = sampleShown({
    rule: 'build/x',
    impact: 'build-fails',
    fix: { kind: 'safe', edits: [{ range: sampleRange('images/a.pkr.hcl', 2, [1, 2]), new_text: '' }] },
  });

  const page = renderPretty(sampleReport([shown]), plainLook(files));

  expect(page).toEqual(
    [
      'images/a.pkr.hcl',
      '  ✗ high 2:3 The password of ssh_password stands in the template.',
      '      2 |   ssh_password = "hunter2"',
      '        |   ^^^^^^^^^^^^^^^^^^^^^^^^',
      '    → Declare a sensitive variable.',
      '        ssh_password = var.password',
      '      build/x · corrected by --fix · 3f9a1c2b',
      '',
      '1 finding in 1 file of 1 template: ✗ 1 high',
      '→ 1 can be corrected with --fix.',
    ].join('\n'),
  );
});

test('an exposed secret is hidden, also in what another finding shows', () => {
  const other = sampleShown({ rule: 'build/x', impact: 'build-fails' });

  const page = renderPretty(sampleReport([sampleShown(), other]), plainLook(files));

  expect(page).not.toContain('hunter2');
  expect(page.match(/ssh_password = "\*{7}"/g)).toHaveLength(2);
});

test('findings of one file stand together, hints apart', () => {
  const at = (file: string, more = {}) => sampleShown({ range: sampleRange(file, 1, [1, 2]), ...more });
  const hint = at('a.pkr.hcl', { confidence: 0.31, hint: true });

  const page = renderPretty(
    sampleReport([at('b.pkr.hcl'), at('a.pkr.hcl'), at('b.pkr.hcl'), hint]),
    plainLook(),
  );

  const heads = page.split('\n').filter((line) => line !== '' && !line.startsWith(' '));
  expect(heads).toEqual([
    'b.pkr.hcl',
    'a.pkr.hcl',
    'Hints, which may be wrong',
    'a.pkr.hcl',
    '3 findings in 1 file of 1 template: ✗ 3 high, 1 hint',
  ]);
  expect(page).toContain('confidence 0.31');
});

test('what was left out is counted', () => {
  const { summary } = sampleReport([]);
  const counted = { ...summary, suppressed: 2, baseline: 3, omitted: 4 };

  const page = renderPretty(sampleReport([], { summary: counted }), plainLook());

  expect(page).toEqual(
    '✓ Nothing found in 1 file of 1 template (4 more not shown, 2 suppressed, 3 known from the baseline)',
  );
});

test('a template that could not be looked at is told, and nothing is called well', () => {
  const failed = [{ template: 'b', code: 'PH_TEMPLATE_UNREADABLE', message: 'No.', remedy: 'Do.' }];

  const page = renderPretty(sampleReport([], { failed }), plainLook());

  expect(page).toContain('✗ PH_TEMPLATE_UNREADABLE No.\n  → Do.');
  expect(page).toContain('1 template could not be looked at');
  expect(page).not.toContain('✓');
});

test('text from a file cannot steer the terminal', () => {
  const shown = sampleShown({ impact: 'build-fails', message: 'a\u001b[2Jb' });

  const page = renderPretty(
    sampleReport([shown]),
    plainLook({ 'images/a.pkr.hcl': 'x\n\t\u001b[31m\u202ey = 1\n' }),
  );

  expect(['\u001b', '\u202e', '\t'].filter((sign) => page.includes(sign))).toEqual([]);
  expect(page).toContain('a·[2Jb');
});

test('a line that is gone or too long does no harm', () => {
  const long = `${'x'.repeat(300)}HERE${'y'.repeat(300)}`;
  const shown = sampleShown({ impact: 'build-fails', range: sampleRange('long.pkr.hcl', 1, [301, 305]) });
  const gone = sampleShown({ impact: 'build-fails', range: sampleRange('gone.pkr.hcl', 9, [1, 2]) });

  const page = renderPretty(
    sampleReport([shown, gone]),
    plainLook({ 'long.pkr.hcl': long, 'gone.pkr.hcl': '' }),
  );

  const [line = '', carets = ''] = page.split('\n').slice(2, 4);
  expect(line.length).toBeLessThan(150);
  expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toEqual('HERE');
});

import { expect, test } from 'vitest';
import { convert } from 'xmlbuilder2';
import { plainLook, sampleReport, sampleShown } from '../../testing/sample-findings.ts';
import { renderJunit } from './junit.ts';

const parsed = (xml: string) => convert(xml, { format: 'object' }) as Record<string, unknown>;

test('each finding is a failed case in the suite of its file', () => {
  const report = sampleReport([sampleShown(), sampleShown({ severity: 'low', rule: 'build/x' })]);

  const document = parsed(renderJunit(report, plainLook()));

  expect(document).toMatchObject({
    testsuites: {
      '@tests': '2',
      '@failures': '2',
      '@errors': '0',
      testsuite: {
        '@name': 'images/a.pkr.hcl',
        '@tests': '2',
        '@failures': '2',
        testcase: [
          {
            '@name': 'security/plaintext-password at images/a.pkr.hcl:2:3',
            '@classname': 'images/a.pkr.hcl',
            failure: {
              '@message': 'The password of ssh_password stands in the template.',
              '@type': 'high',
              '#': expect.stringContaining('Declare a sensitive variable.'),
            },
          },
          { failure: { '@type': 'low' } },
        ],
      },
    },
  });
});

test('a file without findings is a passed case, and hints fail nothing', () => {
  const report = sampleReport([sampleShown({ hint: true })], { files: ['a.pkr.hcl', 'b.pkr.hcl'] });

  const document = parsed(renderJunit(report, plainLook()));

  expect(document).toMatchObject({
    testsuites: {
      '@tests': '2',
      '@failures': '0',
      testsuite: [
        { '@name': 'a.pkr.hcl', testcase: { '@name': 'no findings' } },
        { '@name': 'b.pkr.hcl', testcase: { '@name': 'no findings' } },
      ],
    },
  });
});

test('characters that XML does not know or uses itself do no harm', () => {
  const message = 'a <b> & "c" \u0000\u001b[31m \ud800 ü';

  const text = renderJunit(sampleReport([sampleShown({ message, remedy: ']]>' })]), plainLook());

  expect(text).toContain('message="a &lt;b&gt; &amp; &quot;c&quot; ��[31m � ü"');
  expect(text).toContain(']]&gt;');
});

test('a template that could not be looked at is an error', () => {
  const failed = [{ template: 'b', code: 'PH_TEMPLATE_UNREADABLE', message: 'No.', remedy: 'Do.' }];

  const document = parsed(renderJunit(sampleReport([], { failed, files: [] }), plainLook()));

  expect(document).toMatchObject({
    testsuites: {
      '@tests': '1',
      '@errors': '1',
      testsuite: {
        '@name': 'packer-hybrid',
        testcase: {
          '@name': 'b',
          error: { '@message': 'No.', '@type': 'PH_TEMPLATE_UNREADABLE', '#': 'Do.' },
        },
      },
    },
  });
});

import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';
import type { FailedTemplate, RenderFindings, ShownFinding } from './contract.ts';

/** XML 1.0 has no way to write these characters, not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/gu;

/** JUnit XML: one suite per file, one failed case per finding, one passed case for a file without any. */
export const renderJunit: RenderFindings = ({ findings, failed, files }) => {
  const facts = findings.filter(({ finding }) => !finding.hint);
  const suites = suitesOf(facts, files);
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele('testsuites', {
    name: 'packer-hybrid',
    tests: [...suites.values()].reduce((sum, cases) => sum + Math.max(1, cases.length), failed.length),
    failures: facts.length,
    errors: failed.length,
  });
  for (const [name, cases] of suites) addSuite(root, name, cases);
  if (failed.length > 0) addFailed(root, failed);
  return root.end({ prettyPrint: true });
};

function suitesOf(findings: readonly ShownFinding[], files: readonly string[]) {
  const suites = new Map<string, ShownFinding[]>(files.map((file) => [file, []]));
  for (const shown of findings) {
    const name = shown.finding.range?.file ?? shown.finding.template ?? '.';
    const suite = suites.get(name);
    if (suite) suite.push(shown);
    else suites.set(name, [shown]);
  }
  return suites;
}

function addSuite(root: XMLBuilder, name: string, cases: readonly ShownFinding[]): void {
  const suite = root.ele('testsuite', {
    name: writable(name),
    tests: Math.max(1, cases.length),
    failures: cases.length,
    errors: 0,
  });
  if (cases.length === 0) suite.ele('testcase', { name: 'no findings', classname: writable(name) });
  for (const { finding } of cases) {
    const { rule, message, severity, range } = finding;
    const place = range ? `${range.file}:${range.start.line}:${range.start.column}` : name;
    suite
      .ele('testcase', { name: writable(`${rule} at ${place}`), classname: writable(name) })
      .ele('failure', { message: writable(message), type: severity })
      .txt(writable([place, message, finding.remedy, finding.example].filter(Boolean).join('\n')));
  }
}

function addFailed(root: XMLBuilder, failed: readonly FailedTemplate[]): void {
  const counts = { tests: failed.length, failures: 0, errors: failed.length };
  const suite = root.ele('testsuite', { name: 'packer-hybrid', ...counts });
  for (const { template, code, message, remedy } of failed) {
    suite
      .ele('testcase', { name: writable(template), classname: 'packer-hybrid' })
      .ele('error', { message: writable(message), type: code })
      .txt(writable(remedy));
  }
}

function writable(text: string): string {
  return text.replaceAll(unwritable, '\ufffd');
}

import { afterEach, expect, type TestContext, test } from 'vitest';
import { createProcesses, createSecrets } from '../../core/process/index.ts';
import type { FindingDocument } from '../reporters/findings/finding-document.ts';
import {
  removeTemporaryWorkspaces,
  temporaryWorkspace,
  wholeTemplate,
} from '../testing/temporary-workspace.ts';

afterEach(removeTemporaryWorkspaces);

const faulty = wholeTemplate.replace('  communicator = "none"', '  communicator = "none"\n    foo="bar"');

async function needsPacker(context: TestContext): Promise<void> {
  const { find } = createProcesses({ secrets: createSecrets([]) });
  if ((await find('packer')) === undefined) context.skip('packer is not installed');
}

function findingsOf(out: string): readonly FindingDocument[] {
  return JSON.parse(out).findings;
}

const lineThree = (findings: readonly FindingDocument[]) =>
  findings.filter(({ range }) => range?.start.line === 3).map(({ rule }) => rule);

test('our findings and those of Packer are one list without doubles', async (context) => {
  await needsPacker(context);
  const { run } = temporaryWorkspace({ 'images/a.pkr.hcl': faulty });

  const { code, out } = await run('validate', 'images', '-f', 'json', '--install', 'never');

  const rules = lineThree(findingsOf(out));
  expect(code).toBe(1);
  expect(rules).toContain('syntax/unknown-attribute');
  expect(rules).toContain('packer/fmt');
  expect(rules).not.toContain('packer/validate');
});

test('without the rule Packer’s own words are told', async (context) => {
  await needsPacker(context);
  const { run } = temporaryWorkspace({ 'images/a.pkr.hcl': faulty });
  const off = ['--rule', 'syntax/unknown-attribute=off', '--install', 'never'];

  const { code, out } = await run('validate', '-f', 'ndjson', '--fail-on', 'none', ...off);

  const findings = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(code).toBe(0);
  expect(lineThree(findings)).toContain('packer/validate');
});

test('--no-packer leaves Packer out', async () => {
  const { run } = temporaryWorkspace({ 'images/a.pkr.hcl': faulty });

  const { code, out } = await run('validate', '--no-packer', '--install', 'never', '-f', 'json');

  expect(code).toBe(1);
  expect(findingsOf(out).filter(({ family }) => family === 'packer')).toEqual([]);
});

test('a selection that leaves nothing is refused', async () => {
  const { run } = temporaryWorkspace({ 'images/a.pkr.hcl': wholeTemplate });

  const { code, err } = await run('validate', '--targets', 'vsphere', '--no-packer');

  expect(code).toBe(1);
  expect(err).toMatch(/PH_TARGET_/);
});

import { afterEach, expect, test } from 'vitest';
import {
  onlyQuoted,
  quotedTemplate,
  removeTemporaryWorkspaces,
  temporaryWorkspace,
} from '../testing/temporary-workspace.ts';

afterEach(removeTemporaryWorkspaces);

const corrected = quotedTemplate.replace('"22"', '22');

test('--fix corrects the file, once', async () => {
  const { run, read } = temporaryWorkspace({ 'images/a.pkr.hcl': quotedTemplate });

  const first = await run(...onlyQuoted, '--fix');
  const second = await run(...onlyQuoted, '--fix');

  expect(read('images/a.pkr.hcl')).toEqual(corrected);
  expect(first).toMatchObject({ code: 0, err: expect.stringContaining('images/a.pkr.hcl') });
  expect(second.err).toContain('Nothing was corrected');
});

test('--fix --dry-run shows a diff from where one is, and changes nothing', async () => {
  const { runIn, read } = temporaryWorkspace({
    'packer-hybrid.config.json': '{}',
    'images/a.pkr.hcl': quotedTemplate,
  });

  const { code, out } = await runIn('images', ...onlyQuoted, '--fix', '--dry-run');

  expect(code).toBe(1);
  expect(out).toContain('--- a/a.pkr.hcl\n+++ b/a.pkr.hcl\n');
  expect(out).toContain('-  ssh_port     = "22"\n+  ssh_port     = 22\n');
  expect(read('images/a.pkr.hcl')).toEqual(quotedTemplate);
});

test('with a document on standard output the diff goes to standard error', async () => {
  const { run } = temporaryWorkspace({ 'a.pkr.hcl': quotedTemplate });

  const { out, err } = await run(...onlyQuoted, '--fix', '--dry-run', '-f', 'json');

  expect(JSON.parse(out).findings).toMatchObject([{ rule: 'syntax/quoted-literal', fix: { kind: 'safe' } }]);
  expect(err).toContain('+++ b/a.pkr.hcl');
});

test('what makes no sense together is refused', async () => {
  const { run } = temporaryWorkspace({ 'a.pkr.hcl': quotedTemplate });

  expect((await run('analyze', '--dry-run')).err).toContain('needs one of them');
  expect((await run('analyze', '--fix', '--update-baseline')).err).toContain('do not go together');
});

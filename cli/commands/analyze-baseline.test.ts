import { afterEach, expect, test } from 'vitest';
import {
  onlyQuoted,
  quotedTemplate,
  removeTemporaryWorkspaces,
  temporaryWorkspace,
} from '../testing/temporary-workspace.ts';

afterEach(removeTemporaryWorkspaces);

const baseline = 'packer-hybrid.baseline.json';
const another = quotedTemplate.replace('22', '23');

function filesIn(text: string): readonly string[] {
  return JSON.parse(text).findings.map(({ file }: { file: string }) => file);
}

test('what the baseline knows is no failure; what is new is', async () => {
  const { run, write } = temporaryWorkspace({ 'a/a.pkr.hcl': quotedTemplate });

  const updated = await run(...onlyQuoted, '--update-baseline');
  const known = await run(...onlyQuoted, '-f', 'json');
  write({ 'a/a.pkr.hcl': `# moved\n\n${quotedTemplate}`, 'b/b.pkr.hcl': another });
  const fresh = await run(...onlyQuoted, '-f', 'json');

  expect(updated).toMatchObject({ code: 0, out: '', err: `${baseline} now knows 1 finding.\n` });
  expect(known.code).toBe(0);
  expect(JSON.parse(known.out)).toMatchObject({ findings: [], summary: { total: 0, baseline: 1 } });
  expect(fresh.code).toBe(1);
  expect(filesIn(fresh.out)).toEqual(['b/b.pkr.hcl']);
});

test('looking at a part keeps what the baseline knows of the rest', async () => {
  const { run, write, read } = temporaryWorkspace({ 'a/a.pkr.hcl': quotedTemplate, 'b/b.pkr.hcl': another });
  await run(...onlyQuoted, '--update-baseline');

  write({ 'b/b.pkr.hcl': 'build {}\n' });
  await run(...onlyQuoted, 'b', '--update-baseline');

  expect(filesIn(read(baseline))).toEqual(['a/a.pkr.hcl']);
});

test('another file is taken when it is named, and has to be there', async () => {
  const { run, read } = temporaryWorkspace({ 'a/a.pkr.hcl': quotedTemplate });

  const absent = await run(...onlyQuoted, '--baseline', 'known.json');
  await run(...onlyQuoted, '--update-baseline', '--baseline', 'known.json');
  const known = await run(...onlyQuoted, '--baseline=known.json');
  const unknown = await run(...onlyQuoted, '--baseline', '-f', 'json');

  expect(absent.err).toContain(
    'PH_BASELINE_INVALID The baseline known.json cannot be used: it does not exist',
  );
  expect(filesIn(read('known.json'))).toEqual(['a/a.pkr.hcl']);
  expect(known.code).toBe(0);
  expect(JSON.parse(unknown.out).error.code).toBe('PH_BASELINE_INVALID');
});

test('the word after --baseline is a path unless it is a JSON file', async () => {
  const { run } = temporaryWorkspace({ 'a/a.pkr.hcl': quotedTemplate, 'b/b.pkr.hcl': another });
  await run(...onlyQuoted, '--update-baseline', 'a');

  const { out } = await run(...onlyQuoted, '--baseline', 'b', '-f', 'json');

  expect(filesIn(out)).toEqual(['b/b.pkr.hcl']);
});

test('a damaged baseline is named', async () => {
  const { run } = temporaryWorkspace({ 'a/a.pkr.hcl': quotedTemplate, [baseline]: '{' });

  const { code, err } = await run(...onlyQuoted);

  expect(code).toBe(1);
  expect(err).toContain(`PH_BASELINE_INVALID The baseline ${baseline} cannot be used`);
});

import { afterEach, expect, test } from 'vitest';
import { RecoveryMemory, successRateOf } from '../../core/state/index.ts';
import {
  onlyQuoted,
  quotedTemplate,
  removeTemporaryWorkspaces,
  temporaryWorkspace,
} from '../testing/temporary-workspace.ts';

afterEach(removeTemporaryWorkspaces);

const rule = 'syntax/quoted-literal';
const place = `${rule}@images/a.pkr.hcl:3`;

async function quotedIn({ run }: ReturnType<typeof temporaryWorkspace>) {
  const { out } = await run(...onlyQuoted, '-f', 'json');
  return JSON.parse(out).findings.find((one: { rule: string }) => one.rule === rule);
}

test('a finding that was wrong is believed less from then on, and becomes a hint', async () => {
  const workspace = temporaryWorkspace({ 'images/a.pkr.hcl': quotedTemplate });
  const before = await quotedIn(workspace);

  const judged = await workspace.run(
    'feedback',
    place,
    '--false-positive',
    '--reason',
    'generated',
    '-f',
    'json',
  );
  const after = await quotedIn(workspace);

  const { confidence, ...told } = JSON.parse(judged.out);
  expect(told).toEqual({
    version: 1,
    rule,
    context: expect.any(String),
    verdict: 'false-positive',
    finding: before.fingerprint,
  });
  expect(confidence).toEqual({ before: before.confidence, after: after.confidence });
  expect(after.confidence).toBeLessThan(before.confidence);
  expect(workspace.read('state/knowledge.json')).toContain('generated');
});

test('a finding is named by the start of its fingerprint as well, and confirming it is believed', async () => {
  const workspace = temporaryWorkspace({ 'images/a.pkr.hcl': quotedTemplate });
  const before = await quotedIn(workspace);

  const { code } = await workspace.run('feedback', before.fingerprint.slice(0, 10), '--confirmed');

  expect(code).toBe(0);
  expect((await quotedIn(workspace)).confidence).toBeGreaterThan(before.confidence);
});

test('a rule that was wrong often enough only hints, and fails nothing', async () => {
  const files = Array.from({ length: 30 }, (_, n) => [`i${n}/a.pkr.hcl`, quotedTemplate] as const);
  const workspace = temporaryWorkspace(Object.fromEntries(files));
  for (const [file] of files) await workspace.run('feedback', `${rule}@${file}:3`, '--false-positive');

  const { code, out } = await workspace.run(...onlyQuoted, '-f', 'json', '--fail-on', 'low');

  const { findings, summary } = JSON.parse(out);
  expect(code).toBe(0);
  expect(summary).toMatchObject({ total: 0, hints: 30 });
  expect(findings.every(({ hint }: { hint: boolean }) => hint)).toBe(true);
});

test('what is not there is answered with what is near', async () => {
  const { run } = temporaryWorkspace({ 'images/a.pkr.hcl': quotedTemplate });

  const { code, err } = await run('feedback', `${rule}@images/a.pkr.hcl:4`, '--confirmed');

  expect(code).toBe(1);
  expect(err).toContain('PH_FINDING_UNKNOWN');
  expect(err).toContain(place);
});

test('a judgement is one of two', async () => {
  const { run } = temporaryWorkspace({ 'images/a.pkr.hcl': quotedTemplate });

  expect((await run('feedback', place)).err).toContain('needs --confirmed or --false-positive');
  expect((await run('feedback', place, '--confirmed', '--false-positive')).err).toContain(
    'PH_USAGE_CONFLICT',
  );
});

test('knowledge goes to another workspace as a pack, without reasons, and only whole', async () => {
  const from = temporaryWorkspace({ 'images/a.pkr.hcl': quotedTemplate });
  const to = temporaryWorkspace({ 'images/a.pkr.hcl': quotedTemplate });
  await from.run('feedback', place, '--false-positive', '--reason', 'private');
  await from.run('knowledge', 'export', 'pack.json');
  const pack = from.read('pack.json');
  to.write({ 'pack.json': pack, 'changed.json': pack.replace('false-positive', 'confirmed') });

  const verified = await to.run('knowledge', 'verify', 'pack.json');
  const imported = await to.run('knowledge', 'import', 'pack.json', '-f', 'json');
  const again = await to.run('knowledge', 'import', 'pack.json', '-f', 'json');
  const changed = await to.run('knowledge', 'import', 'changed.json');
  const absent = await to.run('knowledge', 'verify', 'none.json');

  expect(pack).not.toContain('private');
  expect(verified).toMatchObject({
    code: 0,
    out: expect.stringContaining('pack.json is whole: 1 judgement'),
  });
  expect(JSON.parse(imported.out)).toMatchObject({ version: 1, judgements: 1, added: 1 });
  expect(JSON.parse(again.out)).toMatchObject({ added: 0 });
  expect(changed.err).toContain('PH_KNOWLEDGE_INVALID');
  expect(absent).toMatchObject({ code: 1, err: expect.stringContaining('PH_KNOWLEDGE_INVALID') });
  expect((await quotedIn(to)).confidence).toBe((await quotedIn(from)).confidence);
});

const failures = {
  ...{ version: 1, origin: 'a'.repeat(32), causes: [], events: [], builds: {}, imported: [] },
  actions: [{ cause: 'ssh-timeout', action: 'increase-timeout', tried: 4, recovered: 4 }],
};

test('success rates of recoveries travel in the pack, and count once in the workspace that takes them over', async () => {
  const from = temporaryWorkspace({ 'state/recovery-memory.json': JSON.stringify(failures) });
  const to = temporaryWorkspace({ 'images/a.pkr.hcl': quotedTemplate });
  await from.run('knowledge', 'export', 'pack.json');
  to.write({ 'pack.json': from.read('pack.json') });

  const verified = await to.run('knowledge', 'verify', 'pack.json');
  const imported = await to.run('knowledge', 'import', 'pack.json', '-f', 'json');
  const again = await to.run('knowledge', 'import', 'pack.json');
  const back = await from.run('knowledge', 'import', 'pack.json', '-f', 'json');

  expect(verified.out).toContain('0 judgements and 1 success rate of recoveries');
  expect(JSON.parse(imported.out)).toMatchObject({ rates: 1, added_rates: 1 });
  expect(again.out).toContain('0 new success rates');
  expect(JSON.parse(back.out)).toMatchObject({ added_rates: 0 });
  const memory = RecoveryMemory.parse(JSON.parse(to.read('state/recovery-memory.json')));
  expect(memory.actions).toEqual([]);
  expect(successRateOf(memory, { cause: 'ssh-timeout', action: 'increase-timeout' })).toBeCloseTo(3 / 4);
});

test('a memory that cannot be read is reported instead of exported as if it were empty', async () => {
  const { run } = temporaryWorkspace({ 'state/recovery-memory.json': '{"version": 1' });

  expect((await run('knowledge', 'export', 'pack.json')).err).toContain('PH_STATE_CORRUPT');
});

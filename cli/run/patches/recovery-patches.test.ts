import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RecoveryResult, RecoveryStep, TemplateEdit } from '../../../core/schema/index.ts';
import { sampleEdit, samplePlan, sampleRecovery, sampleText } from '../../testing/sample-recovery.ts';
import { sampleRun, sampleTarget, sampleTargetRecord } from '../../testing/sample-run.ts';
import { recoveryPatches } from './recovery-patches.ts';

const file = 'images/a.pkr.hcl';

async function workspace(text = sampleText, path = file) {
  const root = await mkdtemp(join(tmpdir(), 'packer-hybrid-patch-'));
  const folder = join(root, 'logs');
  await mkdir(folder);
  await mkdir(join(root, 'images'));
  await writeFile(join(root, path), text);
  return { root, folder, read: () => readFile(join(root, path), 'utf8') };
}

function runOf(...recoveries: readonly (readonly RecoveryResult[])[]) {
  const targets = recoveries.map((own, index) =>
    sampleTargetRecord(sampleTarget('qemu', `t${index}`), { recoveries: [...own] }),
  );
  return sampleRun({ targets });
}

const stepWith = (...edits: readonly TemplateEdit[]): RecoveryStep => ({
  action: 'a',
  title: 'Correct it.',
  wait_seconds: 0,
  edits: [...edits],
  details: {},
});

/** Sets the value that stands where `sampleEdit` puts its own. */
function setTo(value: string, from: string): TemplateEdit {
  const { range } = sampleEdit().edit;
  const length = from.length;
  const end = { line: 2, column: 17 + length, offset: 20 + length };
  return { attribute: 'ssh_timeout', from, to: value, edit: { range: { ...range, end }, new_text: value } };
}

const recovery = (cause: string, outcome: RecoveryResult['outcome'], ...edits: readonly TemplateEdit[]) =>
  sampleRecovery({ outcome, plan: samplePlan({ cause, steps: edits.map((edit) => stepWith(edit)) }) });

test('git applies the patch, and the file is then what the recovery built from', async (context) => {
  if (spawnSync('git', ['--version']).status !== 0) context.skip('git is not installed');
  const { root, folder, read } = await workspace();

  const [patch] = await recoveryPatches(runOf([sampleRecovery()]), { root, folder });
  const before = await read();
  execFileSync('git', ['apply', patch?.path ?? ''], { cwd: root });

  expect(patch?.path).toBe(join(folder, 'recovery-default.-.qemu.t0.patch'));
  expect(before).toBe(sampleText);
  expect(await read()).toBe('a {\n  ssh_timeout = "40s"\n}\n');
});

test('names with spaces, Windows line ends and a missing last line end survive git', async (context) => {
  if (spawnSync('git', ['--version']).status !== 0) context.skip('git is not installed');
  const path = 'images/my file.pkr.hcl';
  const { root, folder, read } = await workspace('a {\r\n ssh_timeout = "20s"\r\n}', path);
  const edit = sampleEdit();
  const range = { ...edit.edit.range, file: path };
  const moved = {
    ...edit,
    edit: {
      ...edit.edit,
      range: { ...range, start: { ...range.start, column: 16 }, end: { ...range.end, column: 21 } },
    },
  };

  const [patch] = await recoveryPatches(runOf([recovery('c', 'recovered', moved)]), { root, folder });
  execFileSync('git', ['apply', patch?.path ?? ''], { cwd: root });

  expect(await read()).toBe('a {\r\n ssh_timeout = "40s"\r\n}');
});

test('recoveries that built upon each other make one patch; what did not help is left out', async () => {
  const { root, folder } = await workspace();
  const upon = [
    recovery('no-answer', 'failed', setTo('"1m"', '"20s"')),
    recovery('too-slow', 'recovered', setTo('"2m"', '"1m"')),
  ];
  const anew = [
    recovery('no-answer', 'failed', setTo('"1m"', '"20s"')),
    recovery('no-answer', 'recovered', setTo('"3m"', '"20s"')),
  ];

  const patches = await recoveryPatches(runOf(upon, anew), { root, folder });
  const texts = await Promise.all(patches.map(({ path }) => readFile(path ?? '', 'utf8')));

  expect(texts.map((text) => text.split('\n').filter((line) => /^[+-] /.test(line)))).toEqual([
    ['-  ssh_timeout = "20s"', '+  ssh_timeout = "2m"'],
    ['-  ssh_timeout = "20s"', '+  ssh_timeout = "3m"'],
  ]);
});

test('targets with the same corrections share a patch', async () => {
  const { root, folder } = await workspace();

  const patches = await recoveryPatches(runOf([sampleRecovery()], [sampleRecovery()]), { root, folder });

  expect(patches.map(({ targets }) => targets.map(({ packer_name }) => packer_name))).toEqual([
    ['qemu.t0', 'qemu.t1'],
  ]);
});

test.each([
  ['another value', 'a {\n  ssh_timeout = "30s"\n}\n'],
  ['another place', '# new\na {\n  ssh_timeout = "20s"\n}\n'],
  ['nothing left', ''],
])('a file that has changed since gets no patch: %s', async (_, text) => {
  const { root, folder } = await workspace(text);

  const patches = await recoveryPatches(runOf([sampleRecovery()]), { root, folder });

  expect(patches).toMatchObject([{ fits: false, path: undefined }]);
  expect(await readdir(folder)).toEqual([]);
});

test('a proposal has a patch too; failures and plain retries have none', async () => {
  const { root, folder } = await workspace();
  const proposed = [sampleRecovery({ outcome: 'proposed' })];
  const failed = [sampleRecovery({ outcome: 'failed' })];
  const plain = [recovery('c', 'recovered')];

  const patches = await recoveryPatches(runOf(proposed, failed, plain, []), { root, folder });

  expect(patches.map(({ targets }) => targets.map(({ packer_name }) => packer_name))).toEqual([['qemu.t0']]);
});

test('nobody who did not ask for it gets a file', async () => {
  const { root, folder } = await workspace();

  const patches = await recoveryPatches(runOf([sampleRecovery()]), { root, folder: undefined });

  expect(patches).toMatchObject([{ fits: true, path: undefined }]);
  expect(await readdir(folder)).toEqual([]);
});

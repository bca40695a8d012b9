import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { main } from '../main.ts';
import {
  brokenTemplate,
  quotedTemplate,
  removeTemporaryWorkspaces,
  temporaryWorkspace,
  wholeTemplate,
} from '../testing/temporary-workspace.ts';
import { recordedOutput } from '../testing/test-host.ts';

const missing = 'syntax/undefined-source-reference';
const withScript = wholeTemplate.replace(
  'sources',
  'provisioner "shell-local" {\n    script = "../scripts/b.sh"\n  }\n  sources',
);

// Every rule and every plugin is compiled for the tests first, which takes long on a busy machine.
beforeAll(async () => {
  await temporaryWorkspace({ 'a.pkr.hcl': wholeTemplate }).run('analyze', '--preset', 'strict');
  await import('../../plugins/index.ts');
  removeTemporaryWorkspaces();
}, 120_000);

const running: (() => Promise<number>)[] = [];
afterEach(async () => {
  for (const stop of running.splice(0)) await stop();
  removeTemporaryWorkspaces();
});

interface Document {
  readonly type: string;
  readonly files?: readonly string[];
  readonly templates: readonly string[];
  readonly new: readonly { readonly rule: string }[];
  readonly gone: readonly { readonly rule: string }[];
  readonly failed: readonly { readonly code: string }[];
  readonly error?: { readonly code: string };
}

/** Watches a folder in this process, and ends with the signal that Ctrl-C sends. */
async function watching(files: Readonly<Record<string, string>>, ...argv: readonly string[]) {
  const workspace = temporaryWorkspace(files);
  const output = recordedOutput();
  const listeners = process.listenerCount('SIGINT');
  const ended = main(['watch', '--format', 'ndjson', ...argv], { output, cwd: workspace.folder, env: {} });
  let isStopped = false;
  const stop = async () => {
    // Nobody listens any more after the first time, and then the signal would be meant for the tests.
    if (!isStopped && process.listenerCount('SIGINT') > listeners) process.emit('SIGINT', 'SIGINT');
    isStopped = true;
    return await ended;
  };
  running.push(stop);
  const documents = (): readonly Document[] =>
    output.written.out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  const told = (wanted: (document: Document) => boolean) =>
    vi.waitUntil(() => documents().find(wanted), { timeout: 10_000, interval: 10 });
  await told(({ type }) => type === 'started');
  return { ...workspace, output, told, stop, documents };
}

const rulesOf = (findings: readonly { readonly rule: string }[]) => findings.map(({ rule }) => rule);

test('a save is told as what is new and what is gone, for the templates that it touches', async () => {
  const { write, told } = await watching({ 'a/a.pkr.hcl': wholeTemplate, 'b/b.pkr.hcl': wholeTemplate });

  write({ 'a/a.pkr.hcl': brokenTemplate });
  const broken = await told((one) => one.type === 'changed' && rulesOf(one.new).includes(missing));
  write({ 'a/a.pkr.hcl': wholeTemplate });
  const whole = await told((one) => one.type === 'changed' && rulesOf(one.gone).includes(missing));

  expect(broken).toMatchObject({ files: ['a/a.pkr.hcl'], templates: ['a'] });
  expect(whole).toMatchObject({ files: ['a/a.pkr.hcl'], templates: ['a'] });
});

test('a script touches the templates that name it, also when it goes and comes back', async () => {
  const { folder, write, told, documents } = await watching({
    'a/a.pkr.hcl': wholeTemplate,
    'b/b.pkr.hcl': withScript,
    'scripts/b.sh': 'true\n',
    'scripts/other.sh': 'true\n',
  });
  const touches = (count: number) => () =>
    documents().filter(({ files }) => files?.includes('scripts/b.sh')).length >= count;

  write({ 'scripts/other.sh': 'false\n' });
  write({ 'scripts/b.sh': 'false\n' });
  await told(touches(1));
  rmSync(join(folder, 'scripts', 'b.sh'));
  await told(touches(2));
  write({ 'scripts/b.sh': 'true\n' });
  await told(touches(3));

  const touched = documents().filter(({ type }) => type === 'changed');
  expect(new Set(touched.flatMap(({ templates }) => templates))).toEqual(new Set(['b']));
});

test('half-typed text, templates that come and go, and broken settings do not end it', async () => {
  const { folder, write, told, stop } = await watching({ 'a/a.pkr.hcl': wholeTemplate });

  write({ 'a/a.pkr.hcl': 'source "null" {{{' });
  await told((one) => rulesOf(one.new ?? []).includes('syntax/parse-error'));
  write({ 'new/n.pkr.hcl': brokenTemplate });
  await told(
    (one) => one.type === 'changed' && one.templates.includes('new') && rulesOf(one.new).includes(missing),
  );
  rmSync(join(folder, 'new'), { recursive: true });
  await told((one) => rulesOf(one.gone ?? []).includes(missing));
  write({ 'packer-hybrid.config.json': '{ "rules": ' });
  await told((one) => one.type === 'problem' && one.error?.code === 'PH_CONFIG_UNREADABLE');
  write({ 'a/a.pkr.hcl': quotedTemplate });
  await told((one) => rulesOf(one.gone ?? []).includes('syntax/parse-error'));
  write({ 'packer-hybrid.config.json': '{ "rules": { "syntax/quoted-literal": "high" } }' });
  await told((one) => rulesOf(one.new ?? []).includes('syntax/quoted-literal'));

  expect(await stop()).toBe(0);
});

test('what is written in two steps is read in the end', async () => {
  const { folder, told } = await watching({ 'a/a.pkr.hcl': wholeTemplate });
  const file = join(folder, 'a', 'a.pkr.hcl');

  writeFileSync(file, wholeTemplate.replace('one', 'two'));
  await new Promise((resolve) => setTimeout(resolve, 25));
  writeFileSync(file, brokenTemplate);

  await told((one) => rulesOf(one.new ?? []).includes(missing));
});

test('what the workspace itself writes is nobody’s change', async () => {
  const { write, told, documents } = await watching({
    'a/a.pkr.hcl': wholeTemplate,
    'logs/x': '',
    'state/x': '',
    'artifacts/x': '',
  });

  write({ 'logs/run/a.pkr.hcl': brokenTemplate, 'state/a.pkr.hcl': brokenTemplate });
  write({ 'artifacts/a.pkr.hcl': brokenTemplate });
  write({ 'a/a.pkr.hcl': brokenTemplate });
  await told((one) => rulesOf(one.new ?? []).includes(missing));

  const told2 = documents().flatMap(({ files = [] }) => files);
  expect(new Set(told2)).toEqual(new Set(['a/a.pkr.hcl']));
});

test('--run takes touched templates through the pipeline, unless something grave was found', async () => {
  const { write, told, documents } = await watching(
    { 'a/a.pkr.hcl': wholeTemplate, 'b/b.pkr.hcl': wholeTemplate },
    '--run',
    'until=preflight',
  );

  write({ 'b/b.pkr.hcl': brokenTemplate });
  await told((one) => rulesOf(one.new ?? []).includes(missing));
  write({ 'a/a.pkr.hcl': `${wholeTemplate}\n` });
  await told(({ type }) => type === 'run.finished');

  const started = documents().filter(({ type }) => type === 'run.started');
  expect(started).toMatchObject([
    { command: expect.stringMatching(/^packer-hybrid run a --until=preflight/) },
  ]);
});

test('people see the same as text', async () => {
  const workspace = temporaryWorkspace({ 'a/a.pkr.hcl': wholeTemplate });
  const output = recordedOutput();
  const ended = main(['watch'], { output, cwd: workspace.folder, env: {} });
  await vi.waitUntil(() => output.written.out.includes('Watching'), { timeout: 10_000 });

  workspace.write({ 'a/a.pkr.hcl': brokenTemplate });
  await vi.waitUntil(() => output.written.out.includes(missing), { timeout: 10_000 });
  workspace.write({ 'a/a.pkr.hcl': wholeTemplate });
  await vi.waitUntil(() => output.written.out.includes('✓ gone a/a.pkr.hcl:5 '), { timeout: 10_000 });
  process.emit('SIGINT', 'SIGINT');

  expect(await ended).toBe(0);
  expect(output.written.out).toMatch(/^a\/a\.pkr\.hcl \d+ ms: [1-9]\d* new, 0 gone, \d+ still there$/m);
});

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TemplateEdit } from '../../core/schema/index.ts';
import { writeBuildManifest, writeRunRecord } from '../../core/state/index.ts';
import { main } from '../main.ts';
import { sampleRun, sampleTarget } from '../testing/sample-run.ts';
import { recordedOutput } from '../testing/test-host.ts';

const template = `
variable "password" {
  default   = "hunter22222"
  sensitive = true
}
variable "size" { default = 3 }
source "null" "one" { communicator = "none" }
build { sources = ["source.null.one"] }
`;

const target = sampleTarget('null', 'one', { slug: 'default.null.one', template: 'images' });
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'packer-hybrid-cli-'));
  await mkdir(join(folder, 'images'));
  await writeFile(join(folder, 'images', 'a.pkr.hcl'), template);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function answer(...argv: readonly string[]) {
  const output = recordedOutput();
  const code = await main(argv, { output, cwd: folder, env: {} });
  return { code, ...output.written };
}

/** A workspace in which one run has been and one image was built. */
async function workedIn(edits: TemplateEdit[] = []): Promise<void> {
  const folders = { root: folder, configs: '', cache: '', artifacts: join(folder, 'artifacts') };
  const paths = { ...folders, logs: join(folder, 'logs'), state: join(folder, 'state') };
  const record = sampleRun();
  await mkdir(join(paths.logs, record.run), { recursive: true });
  await mkdir(paths.artifacts);
  await writeRunRecord({ ...paths, run: join(paths.logs, record.run) }, record);
  await writeBuildManifest(paths, {
    version: 1,
    target,
    artifacts: [],
    provenance: {
      command_id: record.run,
      command: 'packer build .',
      git_sha: null,
      packer_version: '1.11.2',
      started_at: record.started_at,
      template_edits: edits,
      finished_at: '2026-11-24T10:01:05.000Z',
    },
    evidence: [],
    publications: [],
  });
}

test('an existing path is a template; sensitive values are never shown', async () => {
  const text = await answer('inspect', 'images');
  const json = await answer('inspect', 'images', '-f', 'json');

  expect(text.out).toContain('default/-/null.one');
  expect(text.out).toMatch(/password +\(sensitive\)/);
  expect(JSON.parse(json.out)).toMatchObject({
    version: 1,
    errors: [],
    variables: [
      { name: 'password', value: { state: 'sensitive' }, range: { file: 'images/a.pkr.hcl' } },
      { name: 'size', value: { state: 'known', value: 3 } },
    ],
    locals: [],
    sources: [{ type: 'null', name: 'one' }],
    builds: [{ sources: [{ type: 'null', name: 'one' }] }],
  });
  expect(text.out + json.out).not.toContain('hunter22222');
});

test('a broken template shows its place and its error', async () => {
  await writeFile(join(folder, 'images', 'a.pkr.hcl'), 'source "null" "one" {\n  communicator =\n}\n');

  const { code, out } = await answer('inspect', 'images');

  expect(code).toBe(1);
  expect(out).toMatch(/images\/a\.pkr\.hcl:2:\d+/);
  expect(out).toMatch(/2 \| {3}communicator =\n +\| +\^+/);
});

test.each(['latest', '20261124-100000-k3f9', '2026'])('inspect %s is the run', async (id) => {
  await workedIn();

  const { out } = await answer('inspect', id, '-f', 'json');

  expect(JSON.parse(out)).toEqual({ version: 1, kind: 'run', record: sampleRun() });
});

test.each(['default.null.one', 'default/-/null.one'])('inspect %s is the artifact', async (id) => {
  await workedIn();

  const { out } = await answer('inspect', id, '-f', 'json');

  expect(JSON.parse(out)).toMatchObject({ kind: 'artifact', manifest: { target: { id: target.id } } });
});

test('an artifact that a recovery made possible says what was changed for it', async () => {
  const place = { line: 1, column: 1, offset: 0 };
  await workedIn([
    {
      attribute: 'ssh_timeout',
      from: '"5m"',
      to: '"10m"',
      edit: { range: { file: 'images/a.pkr.hcl', start: place, end: place }, new_text: '"10m"' },
    },
  ]);

  const { out } = await answer('inspect', 'default.null.one');

  expect(out).toContain('ssh_timeout = "10m" instead of "5m" (images/a.pkr.hcl:1)');
});

test('an id that means nothing is answered with the runs that there are', async () => {
  await workedIn();

  const { code, err } = await answer('inspect', 'nothing');

  expect(code).toBe(1);
  expect(err).toContain('PH_ID_UNKNOWN Nothing here is called "nothing"');
  expect(err).toContain('20261124-100000-k3f9');
});

test('status of a new workspace says how to begin', async () => {
  const { code, out } = await answer('status');

  expect(code).toBe(0);
  expect(out).toMatch(/default\/-\/null\.one +never run +never built/);
  expect(out).toContain('`packer-hybrid run` starts');
});

test('status tells runs, targets and builds', async () => {
  await workedIn();

  const { out } = await answer('status', '--format', 'json');

  expect(JSON.parse(out)).toMatchObject({
    version: 1,
    env: 'default',
    runs: [{ run: '20261124-100000-k3f9', status: 'succeeded' }],
    targets: [{ id: 'default/-/null.one', built_at: '2026-11-24T10:01:05.000Z' }],
    drift_failure: null,
  });
});

test('status works without templates, and says what is missing', async () => {
  await workedIn();
  await rm(join(folder, 'images'), { recursive: true });

  const { code, out } = await answer('status', '-f', 'json');

  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    targets: [{ id: 'default/-/null.one', changed: null }],
    drift_failure: { code: 'PH_TEMPLATE_MISSING' },
  });
});

test('config print shows each value with its origin', async () => {
  await writeFile(join(folder, 'packer-hybrid.config.json'), '{\n  "policy": { "gate": "low" }\n}\n');

  const { values } = JSON.parse((await answer('config', 'print', '-f', 'json')).out);
  const text = await answer('config', 'print');

  const gate = { path: 'policy.gate', value: 'low', origin: 'packer-hybrid.config.json:2' };
  expect(values).toContainEqual(gate);
  expect(text.out).toMatch(/policy\.gate +low +packer-hybrid\.config\.json:2/);
});

test('config print --hooks lists who takes part in each stage', async () => {
  const { hooks } = JSON.parse((await answer('config', 'print', '--hooks', '-f', 'json')).out);
  const { out } = await answer('config', 'print', '--hooks');

  const build = hooks.find(({ hook }: { hook: string }) => hook === 'build');
  expect(build.taps.map(({ plugin }: { plugin: string }) => plugin)).toContain('packer');
  expect(out).toMatch(/^build\n(?: {2}.*\n)* {2}packer/m);
});

test('explain tells one code or all', async () => {
  const one = await answer('explain', 'ph_interrupted', '-f', 'json');
  const all = await answer('explain');
  const wrong = await answer('explain', 'PH_INTERUPTED');

  expect(JSON.parse(one.out).errors).toMatchObject([{ code: 'PH_INTERRUPTED', exit_code: 130 }]);
  expect(all.out).toContain('PH_CONFIG_INVALID');
  expect(wrong.err).toContain('Did you mean "PH_INTERRUPTED"?');
});

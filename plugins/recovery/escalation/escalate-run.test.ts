import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BuildContext, definePlugin, PLUGIN_API, recoveryDefaults } from 'packer-hybrid';
import { runPlugin, type Scenario } from 'packer-hybrid/testing';
import { extract } from 'tar';
import { expect, onTestFinished, test } from 'vitest';
import { recovery } from '../plugin.ts';
import { EscalationReport } from './escalation-report.ts';

const template = `
source "null" "a" {
  ssh_host     = "build.example"
  ssh_username = "ci"
  ssh_password = "irrelevant"
}
build {
  sources = ["source.null.a"]
}
`;
const slug = 'test.null.a';
const secret = 'correct-horse-battery';
const hostile = '==> null.a: E: ```broken``` | <img src=x> @all';

interface Tried extends Partial<Scenario> {
  readonly lines?: readonly string[];
  readonly times?: number;
}

function newFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'packer-hybrid-escalation-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs a build that fails, with these lines in its log; answers what is in the folder of its escalation. */
async function failing({ lines = [], times = 1, ...changes }: Tried) {
  const root = newFolder();
  const fail = ({ openLog, paths, secrets }: BuildContext) => {
    secrets.add(secret);
    const log = openLog(paths.log);
    for (const line of lines) log.write('info', 'packer', line);
    return { exit_code: 1 as const, packer_exit_code: 1, stdout: lines.join('\n') };
  };
  const scenario: Scenario = {
    hook: 'close',
    files: { 'a.pkr.hcl': template },
    build: fail,
    root,
    ...changes,
  };
  let outcome = await runPlugin(recovery(), scenario);
  for (let time = 1; time < times; time += 1) outcome = await runPlugin(recovery(), scenario);
  const folder = join(
    outcome.record.log_dir.startsWith('/') ? '' : root,
    outcome.record.log_dir,
    'escalation',
    slug,
  );
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  return { outcome, root, folder, read };
}

const full = ['==> null.a: Provisioning with shell script', '==> null.a: No space left on device', hostile];

test('a target that nobody could save is handed over, at a path that is known before', async () => {
  const { outcome, read, folder } = await failing({ lines: full });

  const report = EscalationReport.parse(JSON.parse(read('report.json')));
  expect(outcome.failures).toEqual([]);
  expect(outcome.notes).toEqual([
    `test/-/null.a needs a person: logs/${outcome.record.run}/escalation/${slug}/report.md tells what is known.`,
  ]);
  expect(report).toMatchObject({
    ...{ run: outcome.record.run, attempts: 1, packer_exit_code: 1 },
    target: { id: 'test/-/null.a', slug, platform: 'null', template: '.' },
    files: { markdown: `logs/${outcome.record.run}/escalation/${slug}/report.md` },
    failure: { code: 'PH_BUILD_FAILED' },
  });
  expect(report.timeline.map(({ text }) => text)).toContain('Build 1 began.');
  expect(read('report.md')).toContain('test/-/null.a needs a person');
  expect(existsSync(join(folder, 'bundle.tar.gz'))).toEqual(true);
});

test('causes are ranked, and the commands fit them', async () => {
  const { read } = await failing({
    lines: ['==> null.a: Timeout waiting for SSH.', "Build 'null.a' errored: Timeout waiting for SSH."],
  });

  const { hypotheses, commands } = EscalationReport.parse(JSON.parse(read('report.json')));

  expect(hypotheses[0]).toMatchObject({ cause: 'ssh-timeout', class: 'guest', seen: 1, recovered: 0 });
  expect(hypotheses[0]?.evidence[0]?.text).toContain('Timeout waiting for SSH.');
  expect(commands.map(({ command }) => command)).toContain('ssh -v -p 22 -l ci build.example');
  expect(commands.at(-1)?.command).toEqual('packer-hybrid run --only test/-/null.a');
});

test('where nothing is known, the lines that say most are shown', async () => {
  const { read } = await failing({ lines: ['all fine', '==> null.a: fatal: the flux capacitor is empty'] });

  const { hypotheses, telling } = EscalationReport.parse(JSON.parse(read('report.json')));

  expect(hypotheses).toEqual([]);
  expect(telling).toEqual([{ line: 2, text: 'fatal: the flux capacitor is empty' }]);
  expect(read('report.md')).toContain('2 | fatal: the flux capacitor is empty');
});

test('lines of a log cannot break out of the report', async () => {
  const { read } = await failing({ lines: [hostile, `Build 'null.a' errored: ${hostile}`] });

  const outside = read('report.md').replaceAll(/^(`{3,})[^\n]*\n[\s\S]*?^\1$/gm, '');

  expect(outside).not.toMatch(/<img|@all|```/);
});

test('no secret is in any of its files, known or only looking like one', async () => {
  const lines = [
    `token ${secret}`,
    'password = hunter2',
    `Build 'null.a' errored: login with password=hunter2 and ${secret} failed`,
  ];
  const { folder, read } = await failing({ lines });
  const out = join(folder, 'out');
  mkdirSync(out);
  await extract({ file: join(folder, 'bundle.tar.gz'), cwd: out });

  const manifest = JSON.parse(read('out/manifest.json'));
  const names: readonly string[] = manifest.files.map(({ name }: { name: string }) => name);
  const texts = ['report.md', 'report.json', ...names.map((name) => `out/${name}`)].map(read);

  expect(names).toEqual([
    'report.md',
    'report.json',
    'build.log',
    'events.ndjson',
    'run.json',
    'versions.json',
  ]);
  expect(texts.filter((text) => text.includes(secret) || text.includes('hunter2'))).toEqual([]);
  expect(manifest.files.find(({ name }: { name: string }) => name === 'build.log').masked).toEqual({
    'named value': 2,
  });
});

test('a failure that comes again is told with what ends it for good', async () => {
  const lines = ["Build 'null.a' errored: Timeout waiting for SSH."];

  const { read } = await failing({ lines, times: 3 });

  const { recommendations, hypotheses } = EscalationReport.parse(JSON.parse(read('report.json')));
  expect(recommendations).toMatchObject([
    { observation: expect.stringContaining('ssh-timeout struck 3 of the last 3 builds of test/-/null.a') },
  ]);
  expect(hypotheses[0]).toMatchObject({ seen: 3 });
  expect(read('report.md')).toContain('So that it does not come again');
});

test.each<[string, Tried]>([
  ['a good build', { build: () => ({}) }],
  [
    'a failure that does not count',
    {
      settings: { recovery: { ignore: [{ message: 'no luck', targets: [], reason: 'Known.' }] } as never },
      lines: ["Build 'null.a' errored: no luck"],
    },
  ],
])('%s needs nobody', async (_, tried) => {
  const { outcome, folder } = await failing(tried);

  expect(outcome.notes.filter((note) => note.includes('needs a person'))).toEqual([]);
  expect(existsSync(folder)).toEqual(false);
});

test('an image that nobody may publish is handed over with what speaks against it', async () => {
  const doubt = definePlugin({
    name: 'doubt',
    apiVersion: PLUGIN_API,
    setup(api) {
      const facts = { dimension: 'security', weight: 1, confidence: 1 } as const;
      api.on('validate', ({ report }) => {
        report({ id: 'ports', score: 0.4, detail: 'Port 23 is open.', ...facts });
        report({ id: 'root', score: 0, required: true, detail: 'root has no | password.', ...facts });
        report({ id: 'users', score: 1, detail: 'All users are known.', ...facts });
      });
    },
  });

  const build = () => ({ log_paths: { stdout: 'logs/r0/earlier.log', packer: null } });

  const { read } = await failing({ build, plugins: [doubt()] });

  const { against, telling, commands, files } = EscalationReport.parse(JSON.parse(read('report.json')));
  expect(against.map(({ id }) => id)).toEqual(['root', 'ports']);
  expect([telling, files.log]).toEqual([[], 'logs/r0/earlier.log']);
  expect(commands.at(-1)?.command).toMatch(/--from validate --run/);
  expect(read('report.md')).toContain('- root (security, 0 %, required): root has no \\| password.');
});

test('a plan that was only proposed is told with its steps', async () => {
  const lines = ["Build 'null.a' errored: Timeout waiting for SSH."];
  const settings = {
    retry: { attempts: 1, wait: 0 },
    recovery: { ...recoveryDefaults, policy: { ...recoveryDefaults.policy, guest: 'propose' } },
  } as const;

  const { read, outcome } = await failing({ lines, settings });

  const { tried } = EscalationReport.parse(JSON.parse(read('report.json')));
  expect(outcome.record.targets[0]?.attempts).toEqual(1);
  expect(tried).toMatchObject([{ outcome: 'proposed', steps: [{ action: 'increase-timeout', ok: null }] }]);
  expect(read('report.md')).toContain('increase-timeout, proposed:');
});

test('a report that cannot be written is a failure of this plugin, and the run still ends', async () => {
  const root = newFolder();
  const fail = ({ workspace }: BuildContext) => {
    writeFileSync(join(workspace.run, 'escalation'), 'in the way');
    return { exit_code: 1 as const, packer_exit_code: 1 };
  };

  const { record, failures } = await runPlugin(recovery(), {
    ...{ hook: 'close', files: { 'a.pkr.hcl': template }, build: fail, root },
  });

  expect(failures).toMatchObject([{ message: expect.stringContaining('recovery') }]);
  expect(record).toMatchObject({ status: 'failed', targets: [{ status: 'failed' }] });
});

test('a report that cannot be written keeps no other from being written', async () => {
  const both = `${template.replace('["source.null.a"]', '["source.null.a", "source.null.b"]')}
source "null" "b" {
  communicator = "none"
}
`;
  const fail = ({ workspace, target }: BuildContext) => {
    mkdirSync(join(workspace.run, 'escalation'), { recursive: true });
    if (target.slug === slug) writeFileSync(join(workspace.run, 'escalation', slug), 'in the way');
    return { exit_code: 1 as const, packer_exit_code: 1 };
  };

  const { outcome, folder } = await failing({ files: { 'a.pkr.hcl': both }, build: fail });

  expect(outcome.failures).toHaveLength(1);
  expect(readdirSync(folder.replace(slug, 'test.null.b'))).toEqual([
    'bundle.tar.gz',
    'report.json',
    'report.md',
  ]);
});

import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extract } from 'tar';
import { describe, expect, it } from 'vitest';
import { RecoveryReport } from '../../core/state/index.ts';
import { EscalationReport } from '../../plugins/recovery/escalation/index.ts';
import { runCli, runForRecord } from '../support/cli.ts';
import { packerOr, packers } from '../support/real-components.ts';
import { testWorkspace } from '../support/test-workspace.ts';

const config = JSON.stringify({ retry: { attempts: 1, wait: 0 } });
const secret = 'correct-horse-battery';
const unreachable =
  'E: Failed to fetch http://mirror.example/pool/curl.deb  Temporary failure resolving mirror.example';

/** A build without a machine, whose script says these lines. */
const template = (...lines: readonly string[]) => `
variable "token" {
  type      = string
  sensitive = true
  default   = env("DEPLOY_TOKEN")
}

source "null" "image" {
  communicator = "none"
}

build {
  sources = ["source.null.image"]

  provisioner "shell-local" {
    environment_vars = ["TOKEN=\${var.token}"]
    inline           = ${JSON.stringify(lines)}
  }
}
`;

describe.each(packers)('recoveries with Packer $version', (packer) => {
  it('that fail are handed over with a report, what to type next, and a bundle without secrets', async (ctx) => {
    const workspace = await testWorkspace({
      'image.pkr.hcl': template(
        'echo "the token is $TOKEN"',
        'echo password=hunter2',
        `echo '${unreachable}' >&2`,
        'exit 100',
      ),
      'packer-hybrid.config.json': config,
    });
    const options = { cwd: workspace.root, packer: packerOr(ctx, packer), env: { DEPLOY_TOKEN: secret } };

    const { record, result } = await runForRecord(['run'], options);

    const folder = join('logs', record.run, 'escalation', 'default.null.image');
    const report = EscalationReport.parse(JSON.parse(await workspace.read(folder, 'report.json')));
    expect([result.code, record.targets[0]?.attempts]).toEqual([2, 2]);
    expect(report).toMatchObject({
      attempts: 2,
      packer_exit_code: 1,
      versions: { Packer: packerOr(ctx, packer).version },
    });
    expect(report.hypotheses[0]).toMatchObject({ cause: 'package-mirror-failed', seen: 2, recovered: 0 });
    expect(report.tried.map(({ outcome }) => outcome)).toEqual(['failed', 'escalated']);
    expect(report.timeline.map(({ text }) => text)).toContain('Build 2 began.');
    expect(report.commands.map(({ command }) => command)).toContain(
      'curl -sSIL http://mirror.example/pool/curl.deb',
    );

    const [program, ...diagnose] = report.commands[0]?.command.split(' ') ?? [];
    expect(program).toBe('packer-hybrid');
    expect((await runCli(diagnose, options)).stdout).toContain('package-mirror-failed');

    const out = workspace.path('out');
    await mkdir(out);
    await extract({ file: workspace.path(folder, 'bundle.tar.gz'), cwd: out });
    const names = (await workspace.files()).filter(
      (name) => name.startsWith('out/') || name.includes('escalation/'),
    );
    const texts = await Promise.all(names.map((name) => readFile(workspace.path(name), 'utf8')));
    expect(names).toEqual(expect.arrayContaining(['out/build.log', 'out/packer.log', 'out/manifest.json']));
    expect(await workspace.read('out/build.log')).toContain('the token is ***');
    expect(names.filter((_, n) => /hunter2|correct-horse/.test(texts[n] ?? ''))).toEqual([]);
  });

  it('are remembered over runs, reported with what ends them for good, and shared without names', async (ctx) => {
    const workspace = await testWorkspace({
      'image.pkr.hcl': template(
        `echo '${unreachable}' >&2`,
        'if [ -e ok ]; then rm ok; else touch ok; exit 100; fi',
      ),
      'packer-hybrid.config.json': config,
    });
    const options = { cwd: workspace.root, packer: packerOr(ctx, packer) };
    for (let run = 0; run < 3; run += 1) expect((await runCli(['run'], options)).code).toBe(0);

    const { stdout } = await runCli(['recovery', 'report', '--format', 'json'], options);
    const shared = await runCli(['knowledge', 'export', 'team.json'], options);

    const report = RecoveryReport.parse(JSON.parse(stdout));
    expect(report).toMatchObject({ incidents: 3, recovered: 3, recovery_rate: 1 });
    expect(report.time_to_repair?.mean_ms).toBeGreaterThan(0);
    expect(report.patterns).toMatchObject([
      {
        cause: 'package-mirror-failed',
        targets: ['default/-/null.image'],
        failed_builds: 3,
        recovered_builds: 3,
      },
    ]);
    expect(report.patterns[0]?.advice.join()).toContain('mirror');
    expect(shared.stdout).toContain('1 success rate');
    expect(await workspace.read('team.json')).not.toMatch(/null\.image|image\.pkr|mirror\.example/);
    expect((await workspace.files()).filter((name) => name.includes('escalation'))).toEqual([]);
  });
});

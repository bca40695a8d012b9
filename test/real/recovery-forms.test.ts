import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runForRecord } from '../support/cli.ts';
import { packerOr, packers } from '../support/real-components.ts';
import { testWorkspace } from '../support/test-workspace.ts';

/** Nobody listens there, so that every wait for SSH lasts as long as its limit. */
const deaf = {
  communicator: 'ssh',
  ssh_host: '127.0.0.1',
  ssh_port: 1,
  ssh_username: 'nobody',
  ssh_password: 'nothing',
};
const inHcl = (extra = '') =>
  Object.entries(deaf)
    .map(([name, value]) => `  ${name} = ${JSON.stringify(value)}\n`)
    .join('') + extra;

/** The same failing build in every form that a template may have; the user's limit is a second. */
const forms: Readonly<Record<string, string>> = {
  'plain/a.pkr.hcl': `source "null" "plain" {\n${inHcl('  ssh_timeout = "1s"\n')}}\nbuild {\n  sources = ["source.null.plain"]\n}\n`,
  'variable/a.pkr.hcl': `variable "limit" {\n  default = "1s"\n}\nsource "null" "variable" {\n${inHcl('  ssh_timeout = var.limit\n')}}\nbuild {\n  sources = ["source.null.variable"]\n}\n`,
  'override/a.pkr.hcl': `source "null" "override" {\n${inHcl()}}\nbuild {\n  source "null.override" {\n    ssh_timeout = "1s"\n  }\n}\n`,
  'two/sources.pkr.hcl': `source "null" "two" {\n${inHcl('  ssh_timeout = "1s"\n')}}\n`,
  'two/build.pkr.hcl': 'build {\n  name    = "both"\n  sources = ["source.null.two"]\n}\n',
  'json/a.pkr.json': JSON.stringify({
    source: { null: { json: { ...deaf, ssh_timeout: '1s' } } },
    build: { sources: ['source.null.json'] },
  }),
  'legacy/a.json': JSON.stringify({
    variables: { limit: '1s' },
    builders: [{ type: 'null', name: 'legacy', ...deaf, ssh_timeout: '{{user `limit`}}' }],
  }),
};

describe.each(packers)('a limit that Packer $version gets', { timeout: 120_000 }, (packer) => {
  it('is the raised one, whatever the form of the template', async (ctx) => {
    const workspace = await testWorkspace({
      ...forms,
      'packer-hybrid.config.json': JSON.stringify({
        templates: ['plain', 'variable', 'override', 'two', 'json', 'legacy/a.json'],
        retry: { attempts: 1, wait: 0 },
        recovery: { timeouts: { factor: 2 }, breaker: 100 },
        policy: { gate: 'none' },
      }),
    });

    const { record } = await runForRecord(['run'], { cwd: workspace.root, packer: packerOr(ctx, packer) });

    const waits = record.targets.map(({ target, attempts, recoveries }) => [
      ...[target.source.name, attempts, recoveries[0]?.plan.reason],
    ]);
    const reason = 'ssh-timeout: Raise ssh_timeout from 1s to 2s. Then build again.';
    const names = ['plain', 'variable', 'override', 'two', 'json', 'legacy'];
    expect(waits.toSorted()).toEqual(names.map((name) => [name, 2, reason]).toSorted());
    const logs = readdirSync(record.log_dir).filter((file) => file.endsWith('.packer.log'));
    for (const log of logs) {
      const said = readFileSync(join(record.log_dir, log), 'utf8');
      const limits = [...said.matchAll(/Waiting for SSH, up to timeout: (\S+)/g)].map(([, limit]) => limit);
      expect([log, ...limits]).toEqual([log, '1s', '2s']);
    }
    expect(logs).toHaveLength(names.length);
    for (const [path, text] of Object.entries(forms)) expect(await workspace.read(path)).toBe(text);
  });
});

import { expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';
import { newestPacker } from '../support/real-components.ts';
import { startOnTerminal } from '../support/terminal.ts';
import { testWorkspace } from '../support/test-workspace.ts';

const locked = 'E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 1234 (apt-get)';

/** Builds that find the package manager locked the first time, and free the second. */
const template = (...names: readonly string[]) => `
${names.map((name) => `source "null" "${name}" { communicator = "none" }`).join('\n')}
build {
  sources = [${names.map((name) => `"source.null.${name}"`).join(', ')}]
  provisioner "shell-local" {
    inline = ["mkdir \${path.root}/\${source.name} || exit 0; echo '${locked}'; exit 1"]
  }
}
`;

const config = JSON.stringify({
  retry: { attempts: 1, wait: 0 },
  recovery: { policy: { transient: 'ask' } },
});

const workspaceOf = (...names: readonly string[]) =>
  testWorkspace({ 'a.pkr.hcl': template(...names), 'packer-hybrid.config.json': config });

it('builds again when a person at the terminal says yes', async (ctx) => {
  const workspace = await workspaceOf('a');
  const cli = await startOnTerminal(ctx, ['build'], { cwd: workspace.root, packer: newestPacker(ctx) });

  await cli.shows('Do this and build null.a again?');
  cli.type('y');

  expect(await cli.ended).toBe(0);
  expect(cli.shown()).toContain('What would be done');
  expect(cli.shown()).toContain('null.a recovered after 1 recovery');
  const record = await workspace.lastRun();
  expect(record.targets[0]).toMatchObject({ status: 'succeeded', attempts: 2 });
  expect(await workspace.read('logs', record.run, 'events.ndjson')).toContain('"answer":true');
});

it('asks for one target after the other, and takes each at its word', async (ctx) => {
  const workspace = await workspaceOf('a', 'b');
  const cli = await startOnTerminal(ctx, ['build'], { cwd: workspace.root, packer: newestPacker(ctx) });

  await cli.shows('again?');
  const first = /build (null\.[ab]) again\?/.exec(cli.shown())?.[1];
  const second = first === 'null.a' ? 'null.b' : 'null.a';
  const isAlone = !cli.shown().includes(`build ${second} again?`);
  cli.type('n');
  await cli.shows(`build ${second} again?`);
  cli.type('y');

  expect(isAlone).toBe(true);
  expect(await cli.ended).toBe(2);
  const record = await workspace.lastRun();
  const outcomes = record.targets.map(({ target, status, recoveries }) => [
    target.packer_name,
    status,
    recoveries.map(({ outcome }) => outcome),
  ]);
  expect(Object.fromEntries(outcomes.map(([name, ...rest]) => [name, rest]))).toEqual({
    [String(first)]: ['failed', ['declined']],
    [second]: ['succeeded', ['recovered']],
  });
});

it('Ctrl-C at the question interrupts the run', async (ctx) => {
  const workspace = await workspaceOf('a');
  const cli = await startOnTerminal(ctx, ['build'], { cwd: workspace.root, packer: newestPacker(ctx) });

  await cli.shows('Do this and build null.a again?');
  cli.type('\u0003');

  expect(await cli.ended).toBe(130);
  expect(cli.shown()).toContain('Stopping (Ctrl-C)');
  expect(await workspace.lastRun()).toMatchObject({ status: 'interrupted' });
});

it('only proposes where nobody can be asked', async (ctx) => {
  const workspace = await workspaceOf('a');

  const { code, stdout } = await runCli(['build'], { cwd: workspace.root, packer: newestPacker(ctx) });

  expect(code).toBe(2);
  expect(stdout).toContain('Proposed: package-manager-lock');
  expect(stdout).toContain('Run it on a terminal to be asked');
});

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type RunningCli, runCli, startCli } from '../support/cli.ts';
import { leftBehind } from '../support/left-behind.ts';
import { qemuTemplate, shellProvisioner } from '../support/qemu-template.ts';
import { guestOr, newestPacker, packerOr, packers } from '../support/real-components.ts';
import { type TestWorkspace, testWorkspace } from '../support/test-workspace.ts';

interface Reaped {
  readonly leftovers: readonly { readonly kind: string; readonly what: string; readonly outcome: string }[];
}

async function reap(workspace: TestWorkspace, ...options: readonly string[]): Promise<Reaped> {
  const { stdout, code, stderr } = await runCli(['reap', '--format', 'json', ...options], {
    cwd: workspace.root,
  });
  if (code !== 0) throw new Error(`reap ended with ${code}: ${stdout}${stderr}`);
  return JSON.parse(stdout);
}

/** Programs and folders that look like those of a run, and are not. */
async function decoys(workspace: TestWorkspace, run: string) {
  await mkdir(workspace.path('output', 'guest-2'), { recursive: true });
  await writeFile(workspace.path('output', 'guest-2', 'guest.qcow2'), 'precious');
  await mkdir(workspace.path('.packer-hybrid', 'work', `${run}x`), { recursive: true });
  const env = { ...process.env, PACKER_HYBRID_RUN: `${run}x` };
  const args = ['-c', 'exec -a "qemu-system-x86_64 -name guest.qcow2" sleep 300'];
  const child = spawn('bash', args, { cwd: '/', env, detached: true, stdio: 'ignore' });
  onTestFinished(() => void child.kill('SIGKILL'));
  return {
    child,
    areUntouched: () =>
      isAlive(child) &&
      existsSync(workspace.path('output', 'guest-2', 'guest.qcow2')) &&
      existsSync(workspace.path('.packer-hybrid', 'work', `${run}x`)),
  };
}

function isAlive({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}

async function kill(cli: RunningCli): Promise<void> {
  cli.signal('SIGKILL');
  // Not `ended`: what it started may keep its output open.
  while (existsSync(`/proc/${cli.pid}/exe`)) await delay(20);
}

function runOf(workspace: TestWorkspace): string {
  return String(readdirSync(workspace.path('logs')).toSorted().at(-1));
}

/** Every folder that a run has announced, in the workspace or not. */
async function announcedFolders(workspace: TestWorkspace, run: string): Promise<readonly string[]> {
  const journal = await workspace.read('state', 'journal', `${run}.ndjson`);
  return [...journal.matchAll(/"kind":"folder","path":"([^"]+)"/g)].map(([, path]) => String(path));
}

/** When this many lines were shown; few enough for every version to get there before the script waits. */
function someLines(): RegExp {
  return new RegExp(`(?:[^\\n]*\\n){${1 + Math.floor(Math.random() * 40)}}`);
}

const moments = [
  { when: 'before the machine is there', sign: 'process.started', kinds: [] },
  { when: 'while it boots', sign: 'Waiting for SSH', kinds: ['folder', 'machine'] },
  { when: 'while it is provisioned', sign: 'provisioning now', kinds: ['folder', 'machine'] },
  { when: 'at some moment', sign: someLines(), kinds: [] },
  { when: 'at some other moment', sign: someLines(), kinds: [] },
] as const;

describe.each(packers)('a QEMU build with Packer $version that is killed', { timeout: 240_000 }, (packer) => {
  it.for(moments)('$when leaves nothing behind once it is reaped', async ({ sign, kinds }, ctx) => {
    const provisioners = shellProvisioner('echo provisioning now', 'sleep 300');
    const workspace = await testWorkspace({
      'guest.pkr.hcl': qemuTemplate({ guest: guestOr(ctx), provisioners }),
    });
    const cli = await startCli(['run', '--format', 'ndjson'], {
      cwd: workspace.root,
      packer: packerOr(ctx, packer),
    });
    await cli.shows(sign);
    await kill(cli);
    const run = runOf(workspace);
    const announced = await announcedFolders(workspace, run);
    const { areUntouched } = await decoys(workspace, run);

    const planned = await reap(workspace, '--dry-run');
    const reaped = await reap(workspace);
    const again = await reap(workspace);

    expect(planned.leftovers.filter(({ outcome }) => outcome !== 'found')).toEqual([]);
    expect(reaped.leftovers.filter(({ outcome }) => outcome !== 'removed')).toEqual([]);
    expect(reaped.leftovers.map(({ kind }) => kind)).toEqual(expect.arrayContaining([...kinds]));
    expect(again.leftovers, `after ${sign}`).toEqual([]);
    expect(leftBehind(workspace.root)).toEqual([]);
    expect(existsSync(workspace.path('output', 'guest'))).toBe(false);
    expect(existsSync(workspace.path('.packer-hybrid', 'work', run))).toBe(false);
    expect(announced.length).toBeGreaterThanOrEqual(kinds.length);
    expect(announced.filter((path) => existsSync(path))).toEqual([]);
    expect(readdirSync(workspace.path('state', 'journal'))).toEqual([]);
    expect(areUntouched()).toBe(true);
  });
});

describe('reap', { timeout: 240_000 }, () => {
  it('leaves a run alone that is under way, and finds nothing after it', async (ctx) => {
    const workspace = await testWorkspace({
      'guest.pkr.hcl': qemuTemplate({ guest: guestOr(ctx), deaf: true, sshTimeout: '10m' }),
    });
    const cli = await startCli(['run', '--format', 'ndjson'], {
      cwd: workspace.root,
      packer: newestPacker(ctx),
    });
    await cli.shows('Waiting for SSH');

    const during = await reap(workspace);

    expect(during.leftovers).toEqual([]);
    expect(leftBehind(workspace.root).join('\n')).toMatch(/qemu-system/);
    cli.signal('SIGINT');
    expect((await cli.ended).code).toBe(130);
    expect((await reap(workspace)).leftovers).toEqual([]);
    expect(readdirSync(workspace.path('state', 'journal'))).toEqual([]);
  });

  it('does not take the image of the next run for a leftover of the killed one', async (ctx) => {
    const packer = newestPacker(ctx);
    const guest = guestOr(ctx);
    const workspace = await testWorkspace({
      'guest.pkr.hcl': qemuTemplate({ guest, deaf: true, sshTimeout: '10m' }),
    });
    const cli = await startCli(['run', '--format', 'ndjson'], { cwd: workspace.root, packer });
    await cli.shows('Waiting for SSH');
    await kill(cli);
    await writeFile(
      join(workspace.root, 'packer-hybrid.config.mjs'),
      'export default { policy: { force: true } };\n',
    );
    await workspace.write({ 'guest.pkr.hcl': qemuTemplate({ guest }) });
    const next = await startCli(['build', '--format', 'ndjson'], { cwd: workspace.root, packer });
    const { code, stdout, stderr } = await next.ended;
    expect(`${code} ${code === 0 ? '' : stdout + stderr}`).toBe('0 ');

    await reap(workspace);

    expect(readdirSync(workspace.path('output', 'guest'))).toEqual(['guest.qcow2']);
    expect(leftBehind(workspace.root)).toEqual([]);
  });
});

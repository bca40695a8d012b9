import { describe, expect, it } from 'vitest';
import { startCli } from '../support/cli.ts';
import { leftBehind } from '../support/left-behind.ts';
import { qemuTemplate } from '../support/qemu-template.ts';
import { guestOr, newestPacker, packerOr, packers } from '../support/real-components.ts';
import { testWorkspace } from '../support/test-workspace.ts';

/** A build that waits for SSH until it is told to stop. */
const waiting = { deaf: true, sshTimeout: '10m' } as const;

describe.each(packers)('an interrupted QEMU build with Packer $version', (packer) => {
  it('lets Packer destroy its machine, records the interruption and ends with 130', async (ctx) => {
    const workspace = await testWorkspace({
      'guest.pkr.hcl': qemuTemplate({ guest: guestOr(ctx), ...waiting }),
    });
    const cli = await startCli(['run', '--format', 'ndjson'], {
      cwd: workspace.root,
      packer: packerOr(ctx, packer),
    });
    await cli.shows('Waiting for SSH');
    expect(leftBehind(workspace.root).join('\n')).toMatch(/qemu-system/);

    cli.signal('SIGINT');
    const { code } = await cli.ended;

    expect(code).toBe(130);
    expect(leftBehind(workspace.root)).toEqual([]);
    const record = await workspace.lastRun();
    expect(record).toMatchObject({ status: 'interrupted', exit_code: 130 });
    expect(record.targets.map(({ status }) => status)).toEqual(['interrupted']);
    expect((await workspace.files()).filter((path) => path.endsWith('.qcow2'))).toEqual([]);
  });
});

describe('an interruption', () => {
  it('by SIGTERM is the same as by Ctrl-C', async (ctx) => {
    const workspace = await testWorkspace({
      'guest.pkr.hcl': qemuTemplate({ guest: guestOr(ctx), ...waiting }),
    });
    const cli = await startCli(['run', '--format', 'ndjson'], {
      cwd: workspace.root,
      packer: newestPacker(ctx),
    });
    await cli.shows('Waiting for SSH');

    cli.signal('SIGTERM');
    const { code } = await cli.ended;

    expect(code).toBe(130);
    expect(leftBehind(workspace.root)).toEqual([]);
    expect(await workspace.lastRun()).toMatchObject({ status: 'interrupted' });
  });

  it('lets the next run start over as if nothing had been', async (ctx) => {
    const packer = newestPacker(ctx);
    const guest = guestOr(ctx);
    const workspace = await testWorkspace({ 'guest.pkr.hcl': qemuTemplate({ guest, ...waiting }) });
    const first = await startCli(['run', '--format', 'ndjson'], { cwd: workspace.root, packer });
    await first.shows('Waiting for SSH');
    first.signal('SIGINT');
    await first.ended;

    await workspace.write({ 'guest.pkr.hcl': qemuTemplate({ guest }) });
    const second = await startCli(['build', '--format', 'ndjson'], { cwd: workspace.root, packer });
    const { code } = await second.ended;

    expect(code).toBe(0);
    expect((await workspace.lastRun()).status).toBe('succeeded');
  });
});

import { describe, expect, it } from 'vitest';
import { runForRecord } from '../support/cli.ts';
import { leftBehind } from '../support/left-behind.ts';
import { qemuTemplate, shellProvisioner } from '../support/qemu-template.ts';
import { guestOr, packerOr, packers } from '../support/real-components.ts';
import { testWorkspace } from '../support/test-workspace.ts';

const config = JSON.stringify({ retry: { attempts: 1, wait: 0 } });

describe.each(packers)('a QEMU build that fails with Packer $version', (packer) => {
  it('ends with 1 at once when a provisioner fails, and says which step and why', async (ctx) => {
    const guest = guestOr(ctx);
    const provisioners = shellProvisioner('echo starting', 'echo no such flavour >&2', 'exit 7');
    const workspace = await testWorkspace({
      'guest.pkr.hcl': qemuTemplate({ guest, provisioners }),
      'packer-hybrid.config.json': config,
    });

    const { record, result } = await runForRecord(['run'], {
      cwd: workspace.root,
      packer: packerOr(ctx, packer),
    });

    expect([result.code, record.status]).toEqual([1, 'failed']);
    expect(record.targets[0]).toMatchObject({ status: 'failed', attempts: 1, exit_code: 1 });
    expect(record.targets[0]?.result).toMatchObject({ packer_exit_code: 1, retryable: false, artifacts: [] });
    expect(record.targets[0]?.result?.stdout).toContain('no such flavour');
    expect(record.targets[0]?.failure?.message).toMatch(/\b7\b/);
    expect(leftBehind(workspace.root)).toEqual([]);
    expect((await workspace.files()).filter((path) => path.endsWith('.qcow2'))).toEqual([]);
  });

  it('ends with 2 after one retry when the guest never answers', async (ctx) => {
    const guest = guestOr(ctx);
    const workspace = await testWorkspace({
      'guest.pkr.hcl': qemuTemplate({ guest, deaf: true, sshTimeout: '6s' }),
      'packer-hybrid.config.json': config,
    });

    const { record, result } = await runForRecord(['run'], {
      cwd: workspace.root,
      packer: packerOr(ctx, packer),
    });

    expect(result.code).toBe(2);
    expect(record.targets[0]).toMatchObject({ status: 'failed', attempts: 2, exit_code: 2 });
    expect(record.targets[0]?.result).toMatchObject({ retryable: true });
    expect(record.targets[0]?.result?.remediation).toMatch(/sshd/);
    expect(leftBehind(workspace.root)).toEqual([]);
  });
});

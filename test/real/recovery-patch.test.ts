import { execFileSync, spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';
import { leftBehind } from '../support/left-behind.ts';
import { qemuTemplate } from '../support/qemu-template.ts';
import { guestOr, newestPacker } from '../support/real-components.ts';
import { testWorkspace } from '../support/test-workspace.ts';

it('builds with a corrected copy, and offers the correction as a patch', async (ctx) => {
  if (spawnSync('git', ['--version']).status !== 0) ctx.skip('git is not installed');
  const template = qemuTemplate({ guest: guestOr(ctx), sshTimeout: '100ms' });
  const workspace = await testWorkspace({
    'images/guest.pkr.hcl': template,
    'packer-hybrid.config.json': JSON.stringify({
      templates: ['images'],
      retry: { attempts: 1, wait: 0 },
      recovery: { timeouts: { factor: 1200 } },
    }),
  });

  const { code, stdout } = await runCli(['build', '--apply'], {
    cwd: workspace.root,
    packer: newestPacker(ctx),
  });
  const untouched = await workspace.read('images', 'guest.pkr.hcl');
  const command = /git (apply \S+recovery-\S+\.patch)/.exec(stdout)?.[1] ?? '';

  expect(code).toBe(0);
  expect(stdout).toContain('qemu.guest recovered after 1 recovery (ssh_timeout "100ms" → "2m")');
  expect(untouched).toBe(template);
  execFileSync('git', command.split(' '), { cwd: workspace.root });
  expect(await workspace.read('images', 'guest.pkr.hcl')).toBe(
    template.replace(/ssh_timeout( *)= "100ms"/, 'ssh_timeout$1= "2m"'),
  );
  expect(leftBehind(workspace.root)).toEqual([]);
});

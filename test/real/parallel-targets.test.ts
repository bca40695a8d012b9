import { expect, it } from 'vitest';
import { runForRecord } from '../support/cli.ts';
import { qemuTemplate, shellProvisioner } from '../support/qemu-template.ts';
import { guestOr, newestPacker, vsphereOr } from '../support/real-components.ts';
import { testWorkspace } from '../support/test-workspace.ts';
import { startVcenter, vcenterPassword, vsphereSource } from '../support/vcenter.ts';

it('builds two targets at the same time, each with its own manifest, log and result', async (ctx) => {
  const guest = guestOr(ctx);
  const provisioners = shellProvisioner('echo this is $PACKER_BUILD_NAME');
  const workspace = await testWorkspace({
    'pair.pkr.hcl': qemuTemplate({ guest, sources: ['left', 'right'], provisioners }),
    'packer-hybrid.config.json': JSON.stringify({ concurrency: { total: 2, platforms: { qemu: 2 } } }),
  });

  const { record, result } = await runForRecord(['run'], { cwd: workspace.root, packer: newestPacker(ctx) });

  expect(result.code).toBe(0);
  expect(record.targets.map(({ target, status }) => [target.packer_name, status])).toEqual([
    ['qemu.left', 'succeeded'],
    ['qemu.right', 'succeeded'],
  ]);
  for (const { target, result: build } of record.targets) {
    const log = await workspace.read('logs', record.run, `${target.slug}.log`);
    const other = target.source.name === 'left' ? 'right' : 'left';
    expect(log).toContain(`this is ${target.source.name}`);
    expect(log).not.toContain(`this is ${other}`);
    expect(build?.manifest_path).toContain(target.slug);
    const manifest = JSON.parse(await workspace.read('artifacts', `${target.slug}.json`));
    expect(manifest.target.id).toBe(target.id);
  }
  const [left, right] = record.targets.map(({ result: build }) => build);
  expect(Date.parse(String(right?.started_at))).toBeLessThan(Date.parse(String(left?.finished_at)));
});

it('builds for QEMU and for vSphere in one run', async (ctx) => {
  const guest = guestOr(ctx);
  const { packer, program } = vsphereOr(ctx);
  const vcenter = await startVcenter(program);
  const preamble = `
variable "vcenter_password" {
  type      = string
  sensitive = true
}
${vsphereSource('golden', vcenter)}`;
  const template = qemuTemplate({ guest, sources: ['guest'], preamble, build: 'everywhere' });
  const workspace = await testWorkspace({
    'everywhere.pkr.hcl': template.replace(
      '"source.qemu.guest"',
      '"source.qemu.guest", "source.vsphere-clone.golden"',
    ),
  });

  const { record, result } = await runForRecord(['run'], {
    cwd: workspace.root,
    packer,
    env: { PKR_VAR_vcenter_password: vcenterPassword },
  });

  expect(record.failures).toEqual([]);
  expect(record.targets.map(({ target, status }) => [target.platform, status])).toEqual([
    ['qemu', 'succeeded'],
    ['vsphere', 'succeeded'],
  ]);
  expect(result.code).toBe(0);
  const cloned = record.targets.find(({ target }) => target.platform === 'vsphere');
  expect(cloned?.result?.artifacts.flatMap(({ image_ids }) => image_ids)).toEqual(['golden']);
});

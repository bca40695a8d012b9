import { runPlugin } from 'packer-hybrid/testing';
import { describe, expect, it } from 'vitest';
import type { Plugin } from '../../core/index.ts';
import { azure, delusions, proxmox, vsphere } from '../../plugins/index.ts';
import { readPages } from './read-pages.ts';

const blocks = readPages()
  .filter(({ path }) => path === 'docs/reap.md')
  .flatMap((page) => page.blocks)
  .filter(({ language }) => language === 'hcl');

const platforms: readonly (readonly [string, Plugin])[] = [
  ['vsphere', vsphere({ server: 'vcenter.example.com' })],
  ['proxmox', proxmox({ url: 'https://pve.example.com:8006/api2/json' })],
  ['azure', azure({ subscriptionId: '22222222-2222-2222-2222-222222222222' })],
];

describe.each(platforms)('the template for %s on the page on reap', (platform, plugin) => {
  const text = blocks.find(({ attributes }) => attributes.file?.startsWith(platform))?.text ?? '';
  const files = { 'image.pkr.hcl': text };

  it('lets machines bear their mark', async () => {
    let isPut: boolean | undefined;

    await runPlugin(plugin, {
      hook: 'build',
      files,
      build({ template, target }, api) {
        isPut = api.find(`leftovers/${platform}`)?.mark?.isPut(template, target);
      },
    });

    expect(isPut).toBe(true);
  });

  it('is what Packer and the plugin accept', async () => {
    const { findings, failures } = await runPlugin(delusions(), {
      hook: 'analyze',
      files,
      plugins: [plugin],
    });

    const refused = findings.filter(
      ({ rule, severity }) => severity === 'critical' || rule.startsWith('syntax/'),
    );
    expect([refused, failures]).toEqual([[], []]);
  });
});

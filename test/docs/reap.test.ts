import { runPlugin } from 'packer-hybrid/testing';
import { expect, it } from 'vitest';
import type { Plugin } from '../../core/index.ts';
import { azure, proxmox, vsphere } from '../../plugins/index.ts';
import { readPages } from './read-pages.ts';

const blocks = readPages()
  .filter(({ path }) => path === 'docs/reap.md')
  .flatMap((page) => page.blocks)
  .filter(({ language }) => language === 'hcl');

const plugins: Readonly<Record<string, Plugin>> = {
  vsphere: vsphere({ server: 'vcenter.example.com' }),
  proxmox: proxmox({ url: 'https://pve.example.com:8006/api2/json' }),
  azure: azure({ subscriptionId: '22222222-2222-2222-2222-222222222222' }),
};

it.each(Object.keys(plugins))('the page on reap lets machines of %s bear their mark', async (platform) => {
  const text = blocks.find(({ attributes }) => attributes.file?.startsWith(platform))?.text ?? '';
  let isPut: boolean | undefined;

  await runPlugin(plugins[platform] as Plugin, {
    hook: 'build',
    files: { 'image.pkr.hcl': text },
    build({ template, target }, api) {
      isPut = api.find(`leftovers/${platform}`)?.mark?.isPut(template, target);
    },
  });

  expect(isPut).toBe(true);
});

import { definePlugin, PLUGIN_API } from 'packer-hybrid';
import { PuppetOptions } from './options.ts';
import { preflight } from './preflight.ts';
import { provisioner } from './provisioner.ts';
import { failureSignatures } from './signatures/index.ts';

/** Owns the puppet provisioners: makes sure that their files are there and that Puppet can read every manifest. */
export const puppet = definePlugin({
  name: 'puppet',
  apiVersion: PLUGIN_API,
  options: PuppetOptions,
  contributes: { provisioners: [provisioner], failureSignatures },
  setup(api) {
    api.on('preflight', (context) => preflight(context, api));
  },
});

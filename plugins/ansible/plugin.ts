import { definePlugin, PLUGIN_API } from 'packer-hybrid';
import { AnsibleOptions } from './options.ts';
import { preflight } from './preflight.ts';
import { provisioner } from './provisioner.ts';
import { failureSignatures } from './signatures/index.ts';

/** Owns the ansible provisioners: makes sure that Ansible is there and that it can read every playbook before a build. */
export const ansible = definePlugin({
  name: 'ansible',
  apiVersion: PLUGIN_API,
  options: AnsibleOptions,
  contributes: { provisioners: [provisioner], failureSignatures },
  setup(api) {
    api.on('preflight', (context) => preflight(context, api));
  },
});

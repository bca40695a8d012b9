import { addSecrets, definePlugin, PLUGIN_API } from 'packer-hybrid';
import { proxmoxLeftovers } from './leftovers/index.ts';
import { ProxmoxOptions } from './options.ts';
import { platform } from './platform.ts';
import { preflight } from './preflight.ts';
import { failureSignatures } from './signatures/index.ts';
import { proxmoxVariables, secretsOf } from './variables.ts';

/** Owns the Proxmox VE source types: checks them offline before Packer runs and hands their connection to templates. */
export const proxmox = definePlugin({
  name: 'proxmox',
  apiVersion: PLUGIN_API,
  options: ProxmoxOptions,
  contributes: { platforms: [platform], failureSignatures },
  setup({ options, on, provide }) {
    provide('leftovers/proxmox', proxmoxLeftovers(options));
    provide('variables/proxmox', proxmoxVariables(options));
    on('preflight', (context) => {
      addSecrets(context.secrets, secretsOf(options));
      return preflight(context, options);
    });
  },
});

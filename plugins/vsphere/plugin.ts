import { addSecrets, definePlugin, PLUGIN_API } from 'packer-hybrid';
import { vsphereLeftovers } from './leftovers/index.ts';
import { VsphereOptions } from './options.ts';
import { platform } from './platform.ts';
import { preflight } from './preflight.ts';
import { failureSignatures } from './signatures/index.ts';
import { secretsOf, vsphereVariables } from './variables.ts';

/** Owns the vSphere source types: checks them offline before Packer runs and hands their connection to templates. */
export const vsphere = definePlugin({
  name: 'vsphere',
  apiVersion: PLUGIN_API,
  options: VsphereOptions,
  contributes: { platforms: [platform], failureSignatures },
  setup({ options, on, provide }) {
    provide('leftovers/vsphere', vsphereLeftovers(options));
    provide('variables/vsphere', vsphereVariables(options));
    on('preflight', (context) => {
      addSecrets(context.secrets, secretsOf(options));
      return preflight(context, options);
    });
  },
});

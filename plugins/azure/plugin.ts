import { addSecrets, definePlugin, PLUGIN_API } from 'packer-hybrid';
import { azureLeftovers } from './leftovers/index.ts';
import { AzureOptions } from './options.ts';
import { platform } from './platform.ts';
import { preflight } from './preflight.ts';
import { failureSignatures } from './signatures/index.ts';
import { azureVariables, secretsOf } from './variables.ts';

/** Owns the Azure source types: checks them offline before Packer runs and hands their login to templates. */
export const azure = definePlugin({
  name: 'azure',
  apiVersion: PLUGIN_API,
  options: AzureOptions,
  contributes: { platforms: [platform], failureSignatures },
  setup({ options, on, provide }) {
    provide('leftovers/azure', azureLeftovers(options));
    provide('variables/azure', azureVariables(options));
    on('preflight', (context) => {
      addSecrets(context.secrets, secretsOf(options));
      return preflight(context, options);
    });
  },
});

import { fillSecretVariables, fillVariables, type Template, type VariableProvider } from 'packer-hybrid';
import { offersOf } from './offers.ts';
import type { AzureOptions } from './options.ts';

/** Gives connection values to templates that declare a variable of a usual name; the secret goes through the environment. */
export function azureVariables(options: AzureOptions): VariableProvider {
  const { clientSecret, ...others } = offersOf(options);
  const plain = (template: Template) => fillVariables(template, Object.values(others));
  return {
    async fingerprint(target, context) {
      registerSecrets(options, context.secrets);
      const values = plain(context.templateOf(target));
      return Object.keys(values).length > 0 ? JSON.stringify(values) : undefined;
    },
    async resolve({ template }) {
      return plain(template);
    },
    async environment(target, context) {
      registerSecrets(options, context.secrets);
      const template = context.templateOf(target);
      return { ...usualEnvironment(options), ...fillSecretVariables(template, [clientSecret]) };
    },
  };
}

/** Makes sure that the client secret does not show up anywhere. */
export function registerSecrets({ clientSecret }: AzureOptions, secrets: { add(value: string): void }): void {
  if (clientSecret) secrets.add(clientSecret);
}

/** Templates read these with `env("ARM_CLIENT_ID")` in the default of a variable. */
function usualEnvironment(options: AzureOptions): Record<string, string> {
  return {
    ...(options.subscriptionId && { ARM_SUBSCRIPTION_ID: options.subscriptionId }),
    ...(options.tenantId && { ARM_TENANT_ID: options.tenantId }),
    ...(options.clientId && { ARM_CLIENT_ID: options.clientId }),
    ...(options.clientSecret && { ARM_CLIENT_SECRET: options.clientSecret }),
  };
}

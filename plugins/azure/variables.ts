import { offeredVariables, type VariableProvider } from 'packer-hybrid';
import { offersOf } from './offers.ts';
import type { AzureOptions } from './options.ts';

/** Values that may not show up anywhere. */
export const secretsOf = ({ clientSecret }: AzureOptions): readonly (string | undefined)[] => [clientSecret];

/** Gives the login to templates that declare a variable of a usual name, or read `env("ARM_CLIENT_ID")` in its default. */
export function azureVariables(options: AzureOptions): VariableProvider {
  const { clientSecret, ...others } = offersOf(options);
  return offeredVariables({
    offers: Object.values(others),
    secretOffers: [clientSecret],
    secrets: secretsOf(options),
    environment: {
      ARM_SUBSCRIPTION_ID: options.subscriptionId,
      ARM_TENANT_ID: options.tenantId,
      ARM_CLIENT_ID: options.clientId,
      ARM_CLIENT_SECRET: options.clientSecret,
    },
  });
}

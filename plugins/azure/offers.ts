import type { Offer } from 'packer-hybrid';
import type { AzureOptions } from './options.ts';

/** What the configuration and the environment can give to a template; Packer's Azure plugin itself reads no environment. */
export function offersOf(options: AzureOptions) {
  return {
    subscriptionId: offer(options.subscriptionId, ['subscription_id']),
    tenantId: offer(options.tenantId, ['tenant_id']),
    clientId: offer(options.clientId, ['client_id']),
    clientSecret: offer(options.clientSecret, ['client_secret']),
    location: { value: options.location, variables: ['azure_location', 'azure_region'], standsIn: false },
  } as const;
}

function offer(value: string | undefined, names: readonly string[]): Offer {
  const variables = names.flatMap((name) => [name, `azure_${name}`, `arm_${name}`]);
  return { value, variables, standsIn: false };
}

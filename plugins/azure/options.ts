import { fromEnvironment } from 'packer-hybrid';
import * as z from 'zod';

const text = z.string().min(1).optional();

/** How Azure is reached. What is left out comes from the variables of Terraform's provider, then those of Azure's own libraries. */
export const AzureOptions = z
  .strictObject({
    subscriptionId: text,
    tenantId: text,
    clientId: text,
    clientSecret: text,
    location: text,
    probe: z.boolean().default(false),
  })
  .transform((options) => ({
    ...options,
    subscriptionId: options.subscriptionId ?? fromEnvironment('ARM_SUBSCRIPTION_ID', 'AZURE_SUBSCRIPTION_ID'),
    tenantId: options.tenantId ?? fromEnvironment('ARM_TENANT_ID', 'AZURE_TENANT_ID'),
    clientId: options.clientId ?? fromEnvironment('ARM_CLIENT_ID', 'AZURE_CLIENT_ID'),
    clientSecret: options.clientSecret ?? fromEnvironment('ARM_CLIENT_SECRET', 'AZURE_CLIENT_SECRET'),
  }));
export type AzureOptions = z.output<typeof AzureOptions>;

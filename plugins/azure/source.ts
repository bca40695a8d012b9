import {
  type Body,
  type KnownText,
  knownText,
  type Offer,
  readAttribute,
  type Template,
} from 'packer-hybrid';
import { offersOf } from './offers.ts';
import type { AzureOptions } from './options.ts';

/** How one target logs in to Azure, and where it builds. */
export interface AzureSource {
  readonly usesCli: KnownText;
  readonly subscriptionId: KnownText;
  readonly tenantId: KnownText;
  readonly clientId: KnownText;
  /** The ways in which a service principal proves itself, by attribute. */
  readonly proofs: Readonly<Record<Proof, KnownText>>;
  readonly location: KnownText;
  readonly resourceGroup: KnownText;
  readonly cloud: KnownText;
  readonly metadataHost: KnownText;
}

export const proofs = ['client_secret', 'client_cert_path', 'client_jwt', 'oidc_request_token'] as const;
export type Proof = (typeof proofs)[number];

export function readSource(template: Template, body: Body, options: AzureOptions): AzureSource {
  const read = (name: string, offer?: Offer) => knownText(readAttribute(template, body, name), offer);
  const offers = offersOf(options);
  return {
    usesCli: read('use_azure_cli_auth'),
    subscriptionId: read('subscription_id', offers.subscriptionId),
    tenantId: read('tenant_id', offers.tenantId),
    clientId: read('client_id', offers.clientId),
    proofs: {
      client_secret: read('client_secret', offers.clientSecret),
      client_cert_path: read('client_cert_path'),
      client_jwt: read('client_jwt'),
      oidc_request_token: read('oidc_request_token'),
    },
    location: read('location', offers.location),
    resourceGroup: read('build_resource_group_name'),
    cloud: read('cloud_environment_name'),
    metadataHost: read('metadata_host'),
  };
}

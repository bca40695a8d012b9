import type { Body } from 'packer-hybrid/rules';
import { lacks, notAmong, onlyOneOf } from '../_shared/combine.ts';

const ways = ['client_secret', 'client_cert_path', 'client_jwt', 'oidc_request_token', 'use_azure_cli_auth'];
const clouds = ['Public', 'China', 'USGovernment'];
const cloudNames = clouds.flatMap((name) => [name, `${name}Cloud`, `Azure${name}Cloud`]);

/** How the plugin logs in, and where. */
export function loginProblems(body: Body) {
  const keys = ['client_secret', 'client_cert_path', 'client_jwt'];
  return [
    ...onlyOneOf(body, 'login-mixed', ways),
    ...keys.flatMap((name) => lacks(body, 'login-incomplete', [name, 'client_id', 'subscription_id'])),
    ...lacks(body, 'login-incomplete', ['oidc_request_token', 'oidc_request_url', 'client_id']),
    ...lacks(body, 'login-incomplete', ['oidc_request_url', 'oidc_request_token']),
    ...notAmong(body, 'cloud-unknown', {
      name: 'cloud_environment_name',
      allowed: cloudNames,
      ignoreCase: true,
    }),
  ];
}

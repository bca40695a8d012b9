import { offeredVariables, type VariableProvider } from 'packer-hybrid';
import { offersOf } from './offers.ts';
import type { ProxmoxOptions } from './options.ts';

/** Values that may not show up anywhere. */
export const secretsOf = ({ token, password }: ProxmoxOptions): readonly (string | undefined)[] => [
  token,
  password,
];

/** Gives connection values to templates that declare a variable of a usual name; secrets go through the environment. */
export function proxmoxVariables(options: ProxmoxOptions): VariableProvider {
  const { url, username, node, token, password } = offersOf(options);
  return offeredVariables({
    offers: [url, username, node],
    secretOffers: [token, password],
    secrets: secretsOf(options),
    environment: {
      PROXMOX_URL: options.url,
      PROXMOX_USERNAME: options.username,
      PROXMOX_TOKEN: options.token,
      PROXMOX_PASSWORD: options.password,
    },
  });
}

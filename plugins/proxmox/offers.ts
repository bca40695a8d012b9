import type { Offer } from 'packer-hybrid';
import type { ProxmoxOptions } from './options.ts';

/** What the configuration and the environment can give to a template, by the attribute that it is for. */
export function offersOf({ url, username, node, token, password }: ProxmoxOptions) {
  return {
    url: offer(url, ['proxmox_url', 'proxmox_api_url']),
    username: offer(username, ['proxmox_username', 'proxmox_user', 'proxmox_api_token_id']),
    node: { value: node, variables: ['proxmox_node'], standsIn: false },
    token: offer(token, ['proxmox_token', 'proxmox_api_token', 'proxmox_api_token_secret']),
    password: offer(password, ['proxmox_password']),
  } as const;
}

function offer(value: string | undefined, variables: readonly string[]): Offer {
  return { value, variables, standsIn: true };
}

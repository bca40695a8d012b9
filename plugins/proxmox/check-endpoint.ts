import type { CheckInput } from 'packer-hybrid';
import type { ProxmoxSource } from './source.ts';

const id = 'proxmox/endpoint';
const example = 'https://pve.example.com:8006/api2/json';

/** Whether the API address is set and has the form that the API client needs; silent while it is not known. */
export function checkEndpoint({ url }: ProxmoxSource): readonly CheckInput[] {
  if (url.state === 'unknown') return [];
  if (url.state === 'missing') return [missing(url.variable)];
  const address = parseUrl(url.text);
  if (!address) {
    return [
      {
        id,
        ok: false,
        message: 'The Proxmox address is not an http or https URL.',
        remedy: `Write the whole address of the API, such as ${example}.`,
      },
    ];
  }
  return [pathCheck(address, url.secret ? 'the address given' : address.host)];
}

/** The address, or undefined for anything but an http or https URL. */
export function parseUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined;
}

function missing(variable: string | undefined): CheckInput {
  return {
    id,
    ok: false,
    message: variable
      ? `The Proxmox address is not set: the variable "${variable}" has no value.`
      : 'The Proxmox address is not set.',
    remedy: `Set \`proxmox_url\` in the source, or PROXMOX_URL in the environment, to an address such as ${example}.`,
  };
}

function pathCheck(address: URL, shown: string): CheckInput {
  if (/^\/api2\/json\/?$/.test(address.pathname)) {
    return { id, ok: true, message: `Proxmox is reached at ${shown}.` };
  }
  return {
    id,
    ok: false,
    severity: 'high',
    message: `The path of the Proxmox API is missing from its address (${shown}).`,
    remedy: `Let it end with /api2/json, as in ${example}.`,
  };
}

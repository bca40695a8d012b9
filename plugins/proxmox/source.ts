import {
  type Body,
  type KnownText,
  knownText,
  type Offer,
  readAttribute,
  type Template,
} from 'packer-hybrid';
import { offersOf } from './offers.ts';
import type { ProxmoxOptions } from './options.ts';

/** How one target reaches Proxmox VE: its source first, then the configuration and the environment. */
export interface ProxmoxSource {
  readonly url: KnownText;
  readonly username: KnownText;
  readonly token: KnownText;
  readonly password: KnownText;
  readonly skipsTlsCheck: boolean;
}

export function readSource(template: Template, body: Body, options: ProxmoxOptions): ProxmoxSource {
  const read = (name: string, offer: Offer) => knownText(readAttribute(template, body, name), offer);
  const offers = offersOf(options);
  const skip = readAttribute(template, body, 'insecure_skip_tls_verify');
  return {
    url: read('proxmox_url', offers.url),
    username: read('username', offers.username),
    token: read('token', offers.token),
    password: read('password', offers.password),
    skipsTlsCheck: skip.state === 'set' && String(skip.value) === 'true',
  };
}

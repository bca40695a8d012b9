import {
  type Body,
  type KnownText,
  knownText,
  type Offer,
  readAttribute,
  type Template,
} from 'packer-hybrid';
import { offersOf } from './offers.ts';
import type { VsphereOptions } from './options.ts';

/** How one target reaches vCenter, and where in it the machine is built. */
export interface VsphereSource {
  readonly server: KnownText;
  readonly username: KnownText;
  readonly password: KnownText;
  readonly host: KnownText;
  readonly cluster: KnownText;
  readonly skipsTlsCheck: boolean;
}

export function readSource(template: Template, body: Body, options: VsphereOptions): VsphereSource {
  const read = (name: string, offer?: Offer) => knownText(readAttribute(template, body, name), offer);
  const offers = offersOf(options);
  const skip = read('insecure_connection', offers.insecure);
  return {
    server: read('vcenter_server', offers.server),
    username: read('username', offers.username),
    password: read('password', offers.password),
    host: read('host'),
    cluster: read('cluster'),
    skipsTlsCheck: skip.state === 'text' && skip.text === 'true',
  };
}

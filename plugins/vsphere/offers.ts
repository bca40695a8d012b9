import type { Offer } from 'packer-hybrid';
import type { VsphereOptions } from './options.ts';

/** What the configuration and the environment can give to a template; Packer's vSphere plugin itself reads no environment. */
export function offersOf({ server, username, password, datacenter, insecure }: VsphereOptions) {
  return {
    server: offer(server, ['vsphere_endpoint', 'vsphere_server', 'vcenter_server', 'vcenter_host']),
    username: offer(username, ['vsphere_username', 'vsphere_user', 'vcenter_username', 'vcenter_user']),
    password: offer(password, ['vsphere_password', 'vcenter_password']),
    datacenter: offer(datacenter, ['vsphere_datacenter', 'vcenter_datacenter']),
    insecure: offer(insecure === undefined ? undefined : String(insecure), [
      'vsphere_insecure_connection',
      'vcenter_insecure_connection',
    ]),
  } as const;
}

function offer(value: string | undefined, variables: readonly string[]): Offer {
  return { value, variables, standsIn: false };
}

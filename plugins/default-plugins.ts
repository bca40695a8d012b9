import type { Plugin } from 'packer-hybrid';
import { ansible } from './ansible/index.ts';
import { assurance } from './assurance/index.ts';
import { azure } from './azure/index.ts';
import { delusions } from './built-in-rules.ts';
import { packer } from './packer/index.ts';
import { proxmox } from './proxmox/index.ts';
import { puppet } from './puppet/index.ts';
import { qemu } from './qemu/index.ts';
import { recovery } from './recovery/index.ts';
import { registry } from './registry/index.ts';
import { toolchain } from './toolchain/index.ts';
import { vsphere } from './vsphere/index.ts';

/** Every first-party plugin with its default options, in the order in which they take part in a run. */
export function defaultPlugins(): Plugin[] {
  return [
    toolchain(),
    packer(),
    qemu(),
    proxmox(),
    vsphere(),
    azure(),
    ansible(),
    puppet(),
    delusions(),
    recovery(),
    assurance(),
    registry(),
  ];
}

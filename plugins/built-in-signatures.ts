import type { FailureSignature } from 'packer-hybrid';
import { failureSignatures as ansible } from './ansible/signatures/index.ts';
import { failureSignatures as azure } from './azure/signatures/index.ts';
import { failureSignatures as proxmox } from './proxmox/signatures/index.ts';
import { failureSignatures as puppet } from './puppet/signatures/index.ts';
import { failureSignatures as qemu } from './qemu/signatures/index.ts';
import { generalSignatures } from './recovery/signatures/all.ts';
import { failureSignatures as vsphere } from './vsphere/signatures/index.ts';

/** The ways to fail that the built-in plugins know: a log may be from a machine where they are not configured. */
export const builtInSignatures: readonly FailureSignature[] = [
  ...qemu,
  ...proxmox,
  ...vsphere,
  ...azure,
  ...ansible,
  ...puppet,
  ...generalSignatures,
];

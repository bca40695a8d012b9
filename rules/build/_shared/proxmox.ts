import type { Block, Body } from 'packer-hybrid/rules';
import { nestedBlocks } from './nested.ts';

const types = new Set(['proxmox-iso', 'proxmox-clone', 'proxmox']);

/** Whether a source is built on Proxmox; `proxmox` is the former name of `proxmox-iso`. */
export function isProxmox(type: string): boolean {
  return types.has(type);
}

/** Whether a source is installed from an ISO on Proxmox. */
export function isProxmoxIso(type: string): boolean {
  return type === 'proxmox-iso' || type === 'proxmox';
}

/** Attributes of the boot ISO from before there was a block for it, with their names in the block. */
export const formerIsoNames: Readonly<Record<string, string>> = {
  iso_file: 'iso_file',
  iso_url: 'iso_url',
  iso_urls: 'iso_urls',
  iso_checksum: 'iso_checksum',
  iso_storage_pool: 'iso_storage_pool',
  iso_download_pve: 'iso_download_pve',
  iso_target_path: 'iso_target_path',
  iso_target_extension: 'iso_target_extension',
  unmount_iso: 'unmount',
};

/** The boot ISO and all others. */
export function isoBlocks(body: Body): readonly Block[] {
  return [...nestedBlocks(body, 'boot_iso'), ...nestedBlocks(body, 'additional_iso_files')];
}

import type { ProxmoxNode } from '../doubles/proxmox-node.ts';

/** What the template takes its password from. */
export const proxmoxEnvironment = { PKR_VAR_proxmox_password: 'the-password-of-the-node' };

/** Boots a machine of that node and makes the template "golden" of it. */
export function proxmoxBuild({ url }: Pick<ProxmoxNode, 'url'>): string {
  return `
variable "proxmox_password" {
  type      = string
  sensitive = true
}

source "proxmox-iso" "golden" {
  proxmox_url   = "${url}"
  username      = "packer@pve"
  password      = var.proxmox_password
  node          = "pve"
  iso_file      = "local:iso/debian.iso"
  template_name = "golden"
  communicator  = "none"
}

build {
  sources = ["source.proxmox-iso.golden"]
}
`;
}

const families: readonly (readonly [RegExp, string])[] = [
  [/^qemu/, 'qemu'],
  [/^proxmox/, 'proxmox'],
  [/^vsphere/, 'vsphere'],
  [/^azure/, 'azure'],
  [/^amazon/, 'amazon'],
  [/^googlecompute/, 'googlecompute'],
  [/^virtualbox/, 'virtualbox'],
  [/^vmware/, 'vmware'],
  [/^(?:hyperv|parallels|docker|openstack|xenserver|lxd|lxc|null)/, 'other'],
];

/** The platform of a build by its name, such as `proxmox-iso.debian` or `base.qemu.a`; undefined when it does not tell. */
export function platformOf(target: string): string | undefined {
  for (const part of target.split('.')) {
    const family = families.find(([name]) => name.test(part));
    if (family) return family[1];
  }
  return undefined;
}

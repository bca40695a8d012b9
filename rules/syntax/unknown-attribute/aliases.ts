/** The same thing under the names that other builders give it. */
const groups: readonly (readonly string[])[] = [
  ['memory', 'RAM', 'mem', 'ram_size'],
  ['cores', 'CPUs', 'cpus', 'cpu', 'vcpus', 'cpu_count'],
  ['vm_id', 'vmid'],
  ['template', 'clone_vm', 'source_vm'],
  ['template_name', 'vm_name', 'output_name'],
  ['iso_url', 'iso_path', 'iso'],
  ['disk_size', 'disk'],
  ['proxmox_url', 'api_url', 'url'],
  ['vcenter_server', 'vsphere_server', 'vcenter'],
  ['username', 'user'],
  ['insecure_skip_tls_verify', 'insecure_connection', 'insecure', 'skip_tls_verify'],
  ['iso_storage_pool', 'iso_datastore'],
  ['boot_command', 'boot_cmd'],
  ['bios', 'firmware'],
  ['network_adapters', 'network_adapter', 'nic'],
  ['environment_vars', 'environment', 'env_vars', 'execute_env'],
  ['extra_arguments', 'extra_args', 'ansible_args'],
];

/** The one name that this schema has for what another builder calls differently; undefined when there is not exactly one. */
export function aliasIn(name: string, known: readonly string[]): string | undefined {
  const found = groups
    .filter((group) => group.includes(name))
    .flatMap((group) => group.filter((other) => other !== name && known.includes(other)));
  return found.length === 1 ? found[0] : undefined;
}

/** Builders that settings are copied from. */
export const commonBuilders = [
  'qemu',
  'proxmox-iso',
  'proxmox-clone',
  'vsphere-iso',
  'vsphere-clone',
  'azure-arm',
  'virtualbox-iso',
  'vmware-iso',
  'hyperv-iso',
  'amazon-ebs',
] as const;

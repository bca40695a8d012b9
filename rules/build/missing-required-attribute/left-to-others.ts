/** Where something is missing, or does not go together. */
export interface Matter {
  /** Type of the component. */
  readonly type: string;
  /** Types of the nested blocks that lead there. */
  readonly path: readonly string[];
  readonly names: readonly string[];
}

/** Components whose settings have a rule of their own. */
const components: ReadonlySet<string> = new Set([
  'azure-arm',
  'shell',
  'powershell',
  'windows-shell',
  'shell-local',
  'file',
  'ansible',
  'ansible-local',
  'puppet-masterless',
]);

/** Of these builders only the top-level attributes listed here are left. */
const onlyHere: Readonly<Record<string, readonly string[]>> = {
  qemu: ['iso_url', 'iso_urls', 'boot_steps'],
  'proxmox-iso': ['node', 'proxmox_url', 'username', 'password', 'token'],
  'proxmox-clone': ['node', 'proxmox_url', 'username', 'password', 'token'],
  proxmox: ['node', 'proxmox_url', 'username', 'password', 'token'],
};

const vsphereBlocks: ReadonlySet<string> = new Set([
  'customize',
  'content_library_destination',
  'export',
  'storage',
]);
const vsphereHardware: ReadonlySet<string> = new Set([
  'firmware',
  'vTPM',
  'vbs_enabled',
  'vvtd_enabled',
  'NestedHV',
]);

/** Whether another rule speaks of it: nobody wants to read the same twice. */
export function isLeftToOthers({ type, path, names }: Matter): boolean {
  if (components.has(type) || names.some(isConnection)) return true;
  const own = onlyHere[type];
  if (own) return path.length > 0 || !names.every((name) => own.includes(name));
  if (!type.startsWith('vsphere-')) return false;
  return vsphereBlocks.has(path[0] ?? '') || names.some((name) => vsphereHardware.has(name));
}

/** Ways into the machine, files that are served to it, and the checksum of its medium. */
function isConnection(name: string): boolean {
  return /^(ssh|winrm|http)_/.test(name) || name === 'communicator' || name === 'iso_checksum';
}

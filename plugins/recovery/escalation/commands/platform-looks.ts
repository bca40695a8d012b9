import type { Look } from './look.ts';

const storage = ['storage-full', 'storage-unavailable', 'platform-upload-failed'];
const access = [
  'platform-auth-failed',
  'platform-permission-denied',
  'api-connection-failed',
  'tls-untrusted-ca',
];
const limits = ['cloud-quota-exceeded', 'cloud-capacity-unavailable'];

const qemu: readonly Look[] = [
  {
    causes: ['kvm-unavailable'],
    command: () => 'ls -l /dev/kvm; id -nG',
    why: 'Whether KVM is there, and whether this user may use it.',
  },
  {
    causes: ['hypervisor-launch-failed', 'host-tool-missing', 'version-incompatible'],
    command: ({ value }) => `${value('qemu_binary') ?? 'qemu-system-x86_64'} --version`,
    why: 'Which QEMU is really used.',
  },
];
const libvirt: readonly Look[] = [
  {
    command: () => 'virsh list --all',
    why: 'Whether the domain of the build is still there, and in which state.',
  },
];
const proxmox: readonly Look[] = [
  {
    command: ({ value }) => {
      const id = value('vm_id');
      return id === undefined ? 'qm list' : `qm status ${id} --verbose`;
    },
    why: 'On the node: whether the machine of the build is still there, and in which state.',
  },
  {
    causes: storage,
    command: () => 'pvesm status',
    why: 'On the node: which storage is there, and how full it is.',
  },
  {
    causes: ['platform-object-locked'],
    command: ({ value }) => value('vm_id') && `qm config ${value('vm_id')} | grep ^lock`,
    why: 'On the node: what holds the lock. Wait for it; do not remove it.',
  },
  {
    causes: access,
    command: ({ value }) => value('proxmox_url') && `curl -sSI ${value('proxmox_url')}`,
    why: 'Whether the API answers from here, and whether its certificate is trusted.',
  },
];
const vsphere: readonly Look[] = [
  {
    command: ({ value }) => value('vm_name') && `govc vm.info ${value('vm_name')}`,
    why: 'Whether the machine of the build is still there, and in which state.',
  },
  {
    causes: storage,
    command: ({ value }) => `govc datastore.info ${value('datastore') ?? ''}`.trimEnd(),
    why: 'How much space the datastore has left.',
  },
  {
    causes: access,
    command: () => 'govc about',
    why: 'Whether vCenter answers from here and takes the credentials.',
  },
  {
    causes: ['platform-object-not-found'],
    command: () => 'govc find / -type m -o -type n -o -type s',
    why: 'What machines, networks and datastores are really called.',
  },
];
const azure: readonly Look[] = [
  {
    causes: access,
    command: () => 'az account show --output table',
    why: 'As whom and in which subscription one is logged in.',
  },
  {
    causes: limits,
    command: ({ value }) =>
      value('location') && `az vm list-usage --location ${value('location')} --output table`,
    why: 'What is used of the quota there.',
  },
  {
    causes: ['cloud-capacity-unavailable'],
    command: ({ value }) =>
      value('location') &&
      value('vm_size') &&
      `az vm list-skus --location ${value('location')} --size ${value('vm_size')} --output table`,
    why: 'Whether the size is offered there at all, and in which zones.',
  },
  {
    command: ({ value }) => {
      const group = value('build_resource_group_name');
      return `az vm list --show-details --output table${group === undefined ? '' : ` --resource-group ${group}`}`;
    },
    why: 'Whether the machine of the build is still there and costs money.',
  },
];

/** What one looks at on the platform of a failed target. */
export const platformLooks: Readonly<Record<string, readonly Look[]>> = {
  qemu,
  libvirt,
  proxmox,
  vsphere,
  azure,
};

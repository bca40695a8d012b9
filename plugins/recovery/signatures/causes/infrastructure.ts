import type { FailureFacts } from 'packer-hybrid';

/** Causes of the class `infrastructure`. */
export const infrastructureCauses = {
  'guest-http-unreachable': {
    class: 'infrastructure',
    retryable: false,
    confidence: 0.83,
    action: 'none',
    remedy:
      "Let the guest reach Packer's HTTP server (address, firewall, routing), or hand over the answer file on a CD.",
    attributes: ['http_interface', 'http_bind_address', 'http_directory'],
  },
  'vnc-connect-failed': {
    class: 'infrastructure',
    retryable: false,
    confidence: 0.85,
    action: 'none',
    remedy:
      'Open the VNC ports of the host for this machine, or set what the hypervisor asks for (password, range of ports).',
    attributes: ['vnc_port_min', 'vnc_bind_address', 'disable_vnc'],
  },
  'platform-upload-failed': {
    class: 'infrastructure',
    retryable: false,
    confidence: 0.76,
    action: 'none',
    remedy:
      'Check what the storage accepts, its free space, the privileges, and the size limits of a proxy in between.',
    attributes: ['iso_storage_pool', 'iso_datastore', 'datastore'],
  },
  'storage-full': {
    class: 'infrastructure',
    retryable: false,
    confidence: 0.9,
    action: 'none',
    remedy: 'Free space on the storage of the platform, or choose another one.',
    attributes: ['datastore', 'storage_pool'],
  },
  'artifact-finalize-failed': {
    class: 'infrastructure',
    retryable: false,
    confidence: 0.8,
    action: 'none',
    remedy:
      'The machine is built: look at its state and finish by hand, or correct the library or type and build again.',
    attributes: ['content_library_destination', 'convert_to_template'],
  },
  'hypervisor-launch-failed': {
    class: 'infrastructure',
    retryable: false,
    confidence: 0.7,
    action: 'none',
    remedy: 'Read what the hypervisor says in the Packer log, and correct the argument that it refuses.',
    attributes: ['qemuargs', 'machine_type'],
  },
  'kvm-unavailable': {
    class: 'infrastructure',
    retryable: false,
    confidence: 0.92,
    action: 'none',
    remedy:
      'Turn on (nested) virtualization or let this user open /dev/kvm; or choose software emulation on purpose.',
    attributes: ['accelerator'],
  },
  'host-memory-exhausted': {
    class: 'infrastructure',
    retryable: true,
    confidence: 0.9,
    action: 'retry-backoff',
    remedy:
      'Give the machine less memory, build fewer targets at once, or try again when this machine is idle.',
    attributes: ['memory'],
  },
  'host-path-not-writable': {
    class: 'infrastructure',
    retryable: false,
    confidence: 0.86,
    action: 'none',
    remedy: 'Let the user who builds write to the folder that is named, or choose another one.',
    attributes: ['output_directory'],
  },
  'packer-killed': {
    class: 'infrastructure',
    retryable: true,
    confidence: 0.9,
    action: 'retry-backoff',
    remedy: 'Look in the log of the system for what killed Packer: often the host ran out of memory.',
  },
  'host-disk-full': {
    class: 'infrastructure',
    retryable: false,
    confidence: 0.9,
    action: 'none',
    remedy: 'Free space on this machine, or put the cache, TMPDIR and the output on a larger disk.',
    attributes: ['output_directory'],
  },
  'cloud-quota-exceeded': {
    class: 'infrastructure',
    retryable: false,
    confidence: 0.9,
    action: 'none',
    remedy: 'Free resources, ask for a higher quota, or choose a smaller size.',
    attributes: ['vm_size', 'instance_type'],
  },
  'cloud-capacity-unavailable': {
    class: 'infrastructure',
    retryable: true,
    confidence: 0.9,
    action: 'switch-size',
    remedy: 'Try again later, or choose another size or zone that is approved.',
    attributes: ['vm_size', 'instance_type', 'location'],
  },
} as const satisfies Readonly<Record<string, FailureFacts>>;

import type { FailureFacts } from 'packer-hybrid';

/** Causes of the class `config`. */
export const configCauses = {
  'ssh-private-key-invalid': {
    class: 'config',
    retryable: false,
    confidence: 0.9,
    action: 'none',
    remedy:
      'Let ssh_private_key_file name a key without passphrase, or one held by an agent, in a format that Packer reads.',
    attributes: ['ssh_private_key_file'],
  },
  'local-file-missing': {
    class: 'config',
    retryable: false,
    confidence: 0.8,
    action: 'none',
    remedy: 'Create the file, or correct its path: paths are relative to the folder that Packer runs in.',
    attributes: [
      'script',
      'scripts',
      'source',
      'playbook_file',
      'manifest_file',
      'http_directory',
      'floppy_files',
      'cd_files',
    ],
  },
  'template-syntax-error': {
    class: 'config',
    retryable: false,
    confidence: 0.9,
    action: 'none',
    remedy: 'Correct the file at the line that is named.',
  },
  'template-unsupported-argument': {
    class: 'config',
    retryable: false,
    confidence: 0.9,
    action: 'none',
    remedy: 'Correct the spelling, or use the version of Packer or of the plugin that knows this setting.',
  },
  'template-variable-unset': {
    class: 'config',
    retryable: false,
    confidence: 0.92,
    action: 'none',
    remedy:
      'Give the variable a value: in `templates[].vars` or `varFiles`, in a *.auto.pkrvars.hcl file, or as PKR_VAR_<name>.',
  },
  'template-invalid-value': {
    class: 'config',
    retryable: false,
    confidence: 0.6,
    action: 'none',
    remedy: 'Correct the setting that is named.',
  },
  'iso-checksum-config-invalid': {
    class: 'config',
    retryable: false,
    confidence: 0.91,
    action: 'none',
    remedy: 'Write the checksum as `type:digest`, or name a file of sums that has a line for this ISO.',
    attributes: ['iso_checksum'],
  },
  'iso-not-found': {
    class: 'config',
    retryable: false,
    confidence: 0.9,
    action: 'none',
    remedy: 'Point iso_url at a release that is still published, and update its checksum with it.',
    attributes: ['iso_url', 'iso_urls'],
  },
  'platform-object-not-found': {
    class: 'config',
    retryable: false,
    confidence: 0.82,
    action: 'none',
    remedy:
      'Correct the name or the place of the object that is named; the account must also be allowed to see it.',
    attributes: ['host', 'cluster', 'datastore', 'network', 'template', 'clone_vm', 'node', 'image_name'],
  },
  'platform-rejected-spec': {
    class: 'config',
    retryable: false,
    confidence: 0.68,
    action: 'none',
    remedy: 'Read the innermost message of the platform, and correct the setting that it refuses.',
  },
  'storage-unavailable': {
    class: 'config',
    retryable: false,
    confidence: 0.88,
    action: 'none',
    remedy: 'Use a storage that the chosen node has, or the node that has the storage.',
    attributes: ['storage_pool', 'disk_storage_pool', 'node'],
  },
  'artifact-already-exists': {
    class: 'config',
    retryable: false,
    confidence: 0.85,
    action: 'none',
    remedy:
      'Give the image a name with its version in it, or replace the old one on purpose with `policy: { force: true }`.',
    attributes: ['vm_name', 'template_name', 'vm_id', 'managed_image_name', 'image_version'],
  },
  'output-exists': {
    class: 'config',
    retryable: false,
    confidence: 0.92,
    action: 'force',
    remedy:
      'Remove the output of the earlier build, or set `policy: { force: true }` when no other build uses it.',
    attributes: ['output_directory'],
  },
  'azure-image-incompatible': {
    class: 'config',
    retryable: false,
    confidence: 0.9,
    action: 'none',
    remedy:
      'Let source image, machine size and gallery definition agree on generation and security type, and generalize the source.',
    attributes: ['vm_size', 'image_sku', 'security_type'],
  },
  'azure-marketplace-terms': {
    class: 'config',
    retryable: false,
    confidence: 0.92,
    action: 'none',
    remedy:
      'Name the plan of the source image in plan_info, and let an owner of the subscription accept its terms once.',
    attributes: ['plan_info', 'image_offer'],
  },
  'user-cancelled': {
    class: 'config',
    retryable: false,
    confidence: 0.97,
    action: 'none',
    remedy:
      'Nothing is wrong with the build: it was interrupted. Check that its machine is gone, then start it again.',
  },
} as const satisfies Readonly<Record<string, FailureFacts>>;

import type { FailureFacts } from 'packer-hybrid';

/** Causes of the class `provisioner`. */
export const provisionerCauses = {
  'script-disconnected': {
    class: 'provisioner',
    retryable: false,
    confidence: 0.75,
    action: 'none',
    remedy: 'Set expect_disconnect and pause_before on the step that reboots, or split the script there.',
    attributes: ['expect_disconnect'],
  },
  'script-failed': {
    class: 'provisioner',
    retryable: false,
    confidence: 0.6,
    action: 'none',
    remedy:
      'Read the last lines of the script above the exit status and correct the command; Packer only passes the status on.',
  },
  'sudo-not-usable': {
    class: 'provisioner',
    retryable: false,
    confidence: 0.86,
    action: 'none',
    remedy:
      'Let the user that builds run sudo without a password, or set execute_command to pass it with `sudo -S`.',
    attributes: ['execute_command', 'ssh_pty'],
  },
  'guest-os-mismatch': {
    class: 'provisioner',
    retryable: false,
    confidence: 0.84,
    action: 'none',
    remedy: 'Set guest_os_type to the system of the guest, or use the provisioner made for it.',
    attributes: ['guest_os_type'],
  },
  'config-management-failed': {
    class: 'provisioner',
    retryable: false,
    confidence: 0.7,
    action: 'none',
    remedy: 'Read the task or resource that failed, above the exit status, and correct the role or manifest.',
  },
  'ansible-connection-failed': {
    class: 'provisioner',
    retryable: false,
    confidence: 0.84,
    action: 'none',
    remedy: 'Correct how Ansible reaches the machine through Packer: use_proxy, host key algorithm, user.',
    attributes: ['use_proxy', 'ansible_env_vars', 'extra_arguments', 'user'],
  },
  'file-upload-failed': {
    class: 'provisioner',
    retryable: false,
    confidence: 0.72,
    action: 'none',
    remedy:
      'Create the folder in the guest first, upload to a place that the user may write, then move the file with sudo.',
    attributes: ['destination'],
  },
  'post-processor-failed': {
    class: 'provisioner',
    retryable: false,
    confidence: 0.66,
    action: 'none',
    remedy:
      'The image was built. Correct the path or setting of the post-processor that is named, then build again.',
    attributes: ['output', 'input'],
  },
} as const satisfies Readonly<Record<string, FailureFacts>>;

import type { FailureFacts } from 'packer-hybrid';

/** Causes of the class `guest`. */
export const guestCauses = {
  'ssh-timeout': {
    class: 'guest',
    retryable: true,
    confidence: 0.55,
    action: 'increase-timeout',
    remedy:
      'Look at the console of the machine: is its network up, does sshd run? If it only needs longer, raise ssh_timeout.',
    attributes: ['ssh_timeout', 'ssh_wait_timeout', 'ssh_host', 'ssh_port'],
  },
  'winrm-timeout': {
    class: 'guest',
    retryable: true,
    confidence: 0.55,
    action: 'increase-timeout',
    remedy:
      'Check the unattended installation, the WinRM listener, its port and the firewall; then raise winrm_timeout.',
    attributes: ['winrm_timeout', 'winrm_port', 'winrm_use_ssl'],
  },
  'guest-agent-not-running': {
    class: 'guest',
    retryable: false,
    confidence: 0.8,
    action: 'none',
    remedy:
      'Install and start the guest agent in the unattended installation, or name the address in ssh_host or winrm_host.',
    attributes: ['qemu_agent', 'ssh_host', 'winrm_host'],
  },
  'guest-no-ip': {
    class: 'guest',
    retryable: true,
    confidence: 0.7,
    action: 'increase-timeout',
    remedy: 'Check DHCP, the network the machine is on, and its guest tools; then raise ip_wait_timeout.',
    attributes: ['ip_wait_timeout', 'ip_settle_timeout', 'ssh_timeout'],
  },
  'boot-command-failed': {
    class: 'guest',
    retryable: false,
    confidence: 0.72,
    action: 'none',
    remedy:
      'Adapt boot_wait, the pause between keys and the keys themselves to the boot menu of this release.',
    attributes: ['boot_command', 'boot_wait', 'boot_key_interval'],
  },
  'reboot-timeout': {
    class: 'guest',
    retryable: true,
    confidence: 0.68,
    action: 'increase-timeout',
    remedy: 'Raise restart_timeout, as updates may be at work, and look at what the machine was doing.',
    attributes: ['restart_timeout'],
  },
  'shutdown-timeout': {
    class: 'guest',
    retryable: false,
    confidence: 0.65,
    action: 'none',
    remedy: 'Correct shutdown_command for this system (does it need sudo?), and raise shutdown_timeout.',
    attributes: ['shutdown_command', 'shutdown_timeout'],
  },
  'scp-sftp-unavailable': {
    class: 'guest',
    retryable: false,
    confidence: 0.88,
    action: 'none',
    remedy: 'Set ssh_file_transfer_method to the protocol that the guest has, or install it there.',
    attributes: ['ssh_file_transfer_method'],
  },
  'guest-disk-full': {
    class: 'guest',
    retryable: false,
    confidence: 0.86,
    action: 'none',
    remedy: 'Make disk_size larger, or remove what is not needed inside the image.',
    attributes: ['disk_size', 'os_disk_size_gb'],
  },
  'windows-sysprep-failed': {
    class: 'guest',
    retryable: false,
    confidence: 0.92,
    action: 'none',
    remedy:
      'Read setuperr.log and setupact.log in the guest; restart before sysprep, wait for the agents, and remove apps that block it.',
  },
} as const satisfies Readonly<Record<string, FailureFacts>>;

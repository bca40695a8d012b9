import type { FailureSignature } from 'packer-hybrid';

const platform = 'proxmox';

/** What Proxmox VE answers. */
export const failureSignatures: readonly FailureSignature[] = [
  {
    cause: 'api-connection-failed',
    platform,
    patterns: [
      /\b59[569] (?:Connection (?:refused|timed out|reset)|No route to host|Broken pipe|Network is unreachable)/,
    ],
  },
  {
    cause: 'platform-auth-failed',
    platform,
    patterns: [
      /401 (?:[Nn]o ticket|authentication failure|invalid token|permission denied - invalid PVE ticket|[Uu]nauthorized|no such user)|invalid PVE ticket/,
      /missing TFA code|TFA required|no such token|value '[^']*' does not look like a valid (?:user|token)/,
    ],
  },
  {
    cause: 'platform-permission-denied',
    platform,
    patterns: [
      /403 Permission check failed|Permission check failed \(/,
      /only root can set|user != root@pam|403 Forbidden/,
    ],
  },
  {
    cause: 'platform-object-not-found',
    platform,
    patterns: [
      /596 tls_process_server_certificate|596 .*(?:certificate verify failed|[Nn]ame or service not known|ssl3_get_server_certificate)|hostname lookup '[^']+' failed/,
      /no such (?:cluster )?node|500 (?:no such (?:VM|node|storage|pool)|storage '[^']+' does not exist)|bridge '[^']+' does not exist|vm '[^']+' not found|[Nn]o (?:VM|template) (?:found|with name)|Couldn't find (?:VM|template|node)|storage '[^']+' does not exist|can't find storage/i,
      /Configuration file '[^']+\.conf' does not exist|volume '[^']+' does not exist|pool '[^']+' does not exist/,
      /unable to find (?:clone_vm|VM|template)|[Nn]o such network interface/,
    ],
  },
  {
    cause: 'platform-rejected-spec',
    platform,
    patterns: [
      /Parameter verification failed/,
      { match: /[Ee]rror (?:creating|updating|configuring) VM: .*\b(?:400|500)\b/, confidence: 0.55 },
      {
        match:
          /VM (?:creation|configuration) .*(?:failed|refused)|unsupported format '|invalid format - format error|not allowed to (?:boot|use)|Failed to (?:create|configure) VM/,
        confidence: 0.6,
      },
      /MAX \d+ vcpus allowed per VM|property is not defined in schema/,
    ],
    unless: /lock file|596 |Permission|permission|already exists|got timeout/,
  },
  {
    cause: 'platform-object-locked',
    platform,
    patterns: [
      /can't lock file '[^']+'|VM is locked \(|CT is locked|got timeout.*lock|trying to acquire (?:cfs )?lock.*(?:timed out|error|timeout)|cfs-lock '[^']+' error/,
    ],
  },
  {
    cause: 'storage-unavailable',
    platform,
    patterns: [
      /storage '[^']+' is not (?:available on node|online|active|enabled)|Can't clone to non-shared storage|storage '[^']+' (?:is disabled|does not support (?:content|vm images|snapshots))|storage is not shared/i,
    ],
  },
  {
    cause: 'storage-full',
    platform,
    patterns: [
      /(?:thin pool|[Vv]olume group|storage '[^']+'|zfs).*(?:out of space|is full|insufficient free space|not enough (?:free )?space|No space left)|out of space.*(?:pool|storage)|(?:file copy failed|[Uu]pload).*No space left|free extents.*required/,
    ],
  },
  {
    cause: 'platform-upload-failed',
    platform,
    patterns: [
      /501 for data too large|for data too large/,
      /(?:[Ee]rror|[Ff]ailed|[Uu]nable)(?: to| while| when|:)? (?:the )?upload.*(?:ISO|iso|storage|file)|can't upload to storage|upload .*(?:ISO|iso).*(?:failed|error)/i,
      /storage '[^']+' does not support '?(?:iso|content)|413 Request Entity Too Large|no space left.*upload/i,
    ],
  },
  {
    cause: 'artifact-already-exists',
    platform,
    unless: /deleting it|replac|-force flag/,
    patterns: [
      /found matching VM \(ID: \d+.*but it is not a template/,
      /found multiple VMs with name/,
      /(?:VM|CT|config file|VMID|unable to create (?:VM|CT)) .*(?:already exists|already (?:in use|defined))|Logical [Vv]olume "[^"]+" already exists|dataset already exists|disk image .* already exists/,
    ],
  },
  {
    cause: 'artifact-finalize-failed',
    platform,
    patterns: [
      /[Ee]rror converting VM to template|Can't convert [Vv]m to template|[Ff]ailed to convert .*template/,
      /Cannot eject ISO from cdrom drive|[Ee]rror (?:ejecting|updating template|finalizing)|[Ff]ailed to (?:eject|unmount) /,
    ],
    unless: /permission|Permission/,
  },
  {
    cause: 'hypervisor-launch-failed',
    platform,
    patterns: [
      /VM \d+ already running|start failed: (?:QEMU exited|command '|org\.freedesktop)|QEMU exited with code \d/,
    ],
    unless: /[Cc]annot allocate memory|KVM virtualisation/,
  },
  { cause: 'kvm-unavailable', platform, patterns: [/KVM virtualisation configured, but not available/] },
];

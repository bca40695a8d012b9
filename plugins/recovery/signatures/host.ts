import type { FailureSignature } from 'packer-hybrid';

/** What the machine that builds lacks. */
export const host: readonly FailureSignature[] = [
  {
    cause: 'host-disk-full',
    patterns: [/\bno space left on device/, /[Dd]isk quota exceeded/],
  },
  {
    cause: 'host-path-not-writable',
    place: 'packer',
    patterns: [
      /\b(?:mkdir|open|create|rename|unlink(?:at)?|remove) \S+: (?:read-only file system|permission denied)/,
      /qemu-img: .*: (?:Read-only file system|Permission denied)/,
    ],
    unless: /\/dev\/|\.(?:pem|key)\b|id_(?:rsa|dsa|ecdsa|ed25519)/,
  },
  {
    cause: 'host-memory-exhausted',
    place: 'packer',
    patterns: [
      /[Cc]annot set up guest memory/,
      /(?:os_mem_prealloc|qemu_prealloc_mem): (?:preallocating memory failed|[Ii]nsufficient free host memory)/,
      /fork\/exec .*: cannot allocate memory|runtime: out of memory|cannot allocate memory/,
      /(?:not enough|[Ii]nsufficient) (?:physical |host )?memory|VERR_NO_MEMORY/,
      /qemu.*(?:[Cc]annot|[Ff]ailed to) allocate memory|signal: killed.*qemu|[Oo]ut of memory: Killed process \d+ \(qemu/,
    ],
  },
  {
    cause: 'host-tool-missing',
    patterns: [
      /exec: "[^"]*(?:qemu[\w-]*|xorriso|mkisofs|genisoimage|hdiutil|oscdimg|ovftool|VBoxManage|vmrun|prlctl|docker|lxc|vagrant|az|powershell)(?:\.exe)?": (?:executable )?file not found/i,
      /[Ff]ailed creating (?:Qemu|VirtualBox|VMware|Parallels|Hyper-V) driver/,
      /could not find a supported CD ISO creation command/,
      /(?:qemu[\w-]*|ovftool|VBoxManage|xorriso|mkisofs|oscdimg|vmrun|prlctl)\S*(?: is|:)? (?:not found|not installed|command not found|could not be found|missing)/i,
      /[Uu]nable to (?:find|locate) (?:the )?(?:VBoxManage|ovftool|vmrun|qemu|VMware)/,
    ],
  },
  {
    cause: 'kvm-unavailable',
    patterns: [
      /VT-x is (?:not available|disabled)|AMD-V is (?:not available|disabled)|VERR_(?:VMX|SVM)_\w+/,
      /requires KVM|[Nn]ested virtuali[sz]ation is (?:not|disabled)|VMX?-capable .*not|hypervisor is not running/,
    ],
  },
  {
    cause: 'output-exists',
    patterns: [
      /[Oo]utput (?:directory|file|path)[^\n]* (?:already )?exists/,
      /It must not exist\./,
      /force export disabled, file already exists|[Oo]utput file '?\S+'? already exists/,
    ],
    unless: /deleting|-force flag|overwrit|post-processor requires/,
  },
  {
    cause: 'hypervisor-launch-failed',
    patterns: [
      /[Ee]rror (?:launching|starting|powering on|importing|registering) (?:the )?(?:VM|virtual machine|domain)\b/,
      /Qemu failed to start|VMware error: |Could not start VM|VERR_\w+|VBOX_E_\w+|VBoxManage error: /,
      {
        match:
          /[Qq]emu stderr: (?:\S*qemu\S*: )?.*(?:could not|failed (?:to|with|because)|failed:|not supported|invalid|unsupported|cannot|Could not)/,
        confidence: 0.6,
      },
    ],
    unless: /lock file|permission|Permission/,
  },
];

import type { FailureSignature } from 'packer-hybrid';

/** How a guest shows that it does not restart, stop or keep what is written to it. */
export const lifecycle: readonly FailureSignature[] = [
  {
    cause: 'reboot-timeout',
    until: /[Mm]achine successfully restarted/,
    patterns: [
      /[Tt]ime(?:out|d out) waiting for (?:the )?(?:machine|guest|VM) to (?:restart|reboot|come back)/,
    ],
  },
  {
    cause: 'shutdown-timeout',
    patterns: [
      /[Tt]ime(?:out|d out) (?:while )?waiting for (?:the )?(?:machine|VM|virtual machine|guest|instance|domain) to (?:shut ?down|power off|stop)/,
      /[Ff]ailed to send (?:the )?shutdown command/,
      /[Ee]rror (?:sending|executing|running) (?:the )?(?:shutdown|halt) command/,
      /[Ss]hutdown command (?:failed|returned|exited with non-zero)/,
      {
        match: /[Ee]rror (?:stopping|shutting down) (?:the )?(?:VM|machine|virtual machine)/,
        confidence: 0.5,
      },
    ],
  },
  {
    cause: 'windows-sysprep-failed',
    place: 'anywhere',
    until: /IMAGE_STATE_GENERALIZE_RESEAL_TO_OOBE|[Cc]apturing image|Powering off machine/,
    patterns: [
      { match: /IMAGE_STATE_UNDEPLOYABLE/, count: 4 },
      /[Ss]ysprep(?:\.exe)? (?:was not able to|failed|could not|did not complete|exited with|timed out)/i,
      /SYSPRP .*(?:[Ff]ailed|[Ee]rror)|hr ?= ?0x80073cf2|A fatal error occurred while trying to sysprep/,
    ],
  },
  {
    cause: 'guest-disk-full',
    place: 'step',
    unless:
      /[Uu]ploading|file copy failed|\bdd: |of=\/|\/(?:EMPTY|zero\w*|whitespace|ZERO|fill\w*)\b|cat: (?:write error|standard output)|\/dev\/(?:[sv]d|xvd|mapper|zero|nvme)/,
    patterns: [
      /No space left on device/,
      /You don't have enough free space in \S+\/?/,
      /There is not enough space on the disk/,
      /[Ii]nstalling package \S+ needs \d+\S* (?:on|more space)|needs \d+[KMG]i?B? more space on the/,
    ],
  },
];

import type { FailureSignature } from 'packer-hybrid';

/** What QEMU prints when it cannot run a machine here. */
export const failureSignatures: readonly FailureSignature[] = [
  {
    cause: 'kvm-unavailable',
    platform: 'qemu',
    place: 'packer',
    patterns: [
      /Could not access KVM kernel module/,
      /failed to initialize (?:KVM|kvm|HAXM|HVF|WHPX)/i,
      /invalid accelerator (?:kvm|hvf|whpx)|No accelerator found/,
      /\/dev\/kvm.*(?:[Pp]ermission denied|No such file|not (?:exist|found))/,
      /KVM (?:virtualisation|virtualization|is) .*not (?:available|supported)|VT-x is (?:not available|disabled)|AMD-V is disabled|doesn't support requested feature: CPUID.*(?:vmx|svm)/i,
    ],
  },
  {
    cause: 'hypervisor-launch-failed',
    platform: 'qemu',
    patterns: [
      /qemu-system-\S+: .*(?:is not a valid device|unsupported machine type|Could not open|could not load|Property .* not found|Device .* not found|Failed to (?:get|find|lock|bind)|Address already in use)/,
    ],
    unless: /KVM|kvm|memory/,
  },
  {
    cause: 'host-disk-full',
    platform: 'qemu',
    place: 'packer',
    patterns: [/qemu-img: .*No space left on device|block I\/O error in device .* No space left on device/],
  },
];

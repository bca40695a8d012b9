import type { Signature } from '../signature.ts';

export const kvmUnavailable: Signature = {
  cause: 'kvm-unavailable',
  class: 'infrastructure',
  retryable: false,
  confidence: 0.92,
  place: 'anywhere',
  patterns: [
    /Could not access KVM kernel module/,
    /failed to initialize (?:KVM|kvm)/,
    /invalid accelerator kvm/,
  ],
  remedy:
    'Turn on (nested) virtualisation or let this user open /dev/kvm; or choose software emulation on purpose.',
  action: 'none',
};

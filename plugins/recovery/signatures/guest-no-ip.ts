import type { Signature } from '../signature.ts';

export const guestNoIp: Signature = {
  cause: 'guest-no-ip',
  class: 'guest',
  retryable: true,
  confidence: 0.65,
  place: 'verdict',
  patterns: [
    /[Tt]imeout waiting for IP/,
    /[Nn]o IP address (?:was )?found/,
    /[Cc]ould not (?:find|determine|get) (?:the )?IP/,
  ],
  remedy: 'Check DHCP, the network the machine is on, and its guest tools; then raise ip_wait_timeout.',
  action: 'increase-timeout',
};

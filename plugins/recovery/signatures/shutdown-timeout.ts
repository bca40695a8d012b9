import type { Signature } from '../signature.ts';

export const shutdownTimeout: Signature = {
  cause: 'shutdown-timeout',
  class: 'guest',
  retryable: false,
  confidence: 0.65,
  place: 'verdict',
  patterns: [
    /[Tt]imeout (?:while )?waiting for (?:machine|VM|virtual machine|the machine) to (?:shut ?down|power off)/,
    /[Ee]rror stopping|[Ff]ailed to send shutdown command/,
  ],
  remedy: 'Correct shutdown_command for this system (does it need sudo?), and raise shutdown_timeout.',
  action: 'none',
};

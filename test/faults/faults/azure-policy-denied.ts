import type { Fault } from '../fault.ts';
import { inAzure } from '../templates/azure-injection.ts';

/** A policy is never bypassed. */
export const fault: Fault = {
  name: 'azure-policy-denied',
  what: 'a policy forbids the deployment',
  cause: 'azure-policy-denied',
  needs: ['program:openssl'],
  packers: 'built-in',
  expects: { action: 'none', outcome: 'escalated', exitCode: 3, attempts: 1 },
  inject: (ctx) => inAzure(ctx, (call) => (/^PUT .*\/deployments\//.test(call) ? error : undefined)),
};

const error = {
  status: 403,
  code: 'RequestDisallowedByPolicy',
  message: "Resource 'pkrip' was disallowed by policy. Policy identifiers: 'no-public-addresses'.",
};

import type { Fault } from '../fault.ts';
import { inAzure } from '../templates/azure-injection.ts';

/** What others use is never removed to make room. */
export const fault: Fault = {
  name: 'azure-quota-exceeded',
  what: 'the subscription has no cores left for another machine',
  cause: 'cloud-quota-exceeded',
  needs: ['program:openssl'],
  packers: 'built-in',
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  inject: (ctx) => inAzure(ctx, (call) => (/^PUT .*\/deployments\//.test(call) ? error : undefined)),
};

const error = {
  status: 409,
  code: 'QuotaExceeded',
  message:
    'Operation could not be completed as it results in exceeding approved standardDSv5Family Cores quota. Current Limit: 10, Current Usage: 10, Additional Required: 2.',
};

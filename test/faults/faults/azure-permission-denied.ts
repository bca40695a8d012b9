import type { Fault } from '../fault.ts';
import { inAzure } from '../templates/azure-injection.ts';

/** Rights are given by people, never taken. */
export const fault: Fault = {
  name: 'azure-permission-denied',
  what: 'the application may make no resource group',
  cause: 'platform-permission-denied',
  needs: ['program:openssl'],
  packers: 'built-in',
  expects: { action: 'none', outcome: 'escalated', exitCode: 3, attempts: 1 },
  inject: (ctx) => inAzure(ctx, (call) => (/^PUT .*\/resourcegroups\/[^/]+$/.test(call) ? error : undefined)),
};

const error = {
  status: 403,
  code: 'AuthorizationFailed',
  message:
    "The client '1' with object id '1' does not have authorization to perform action 'Microsoft.Resources/subscriptions/resourcegroups/write' over scope '/subscriptions/3' or the scope is invalid.",
};

import { azureCloud } from '../doubles/azure-cloud.ts';
import type { Fault } from '../fault.ts';
import { azureBuild, azureEnvironment } from '../templates/azure-build.ts';

/** Rights are given by people, never taken. */
export const fault: Fault = {
  name: 'azure-permission-denied',
  what: 'the application may make no resource group',
  cause: 'platform-permission-denied',
  needs: ['program:openssl'],
  packers: 'built-in',
  expects: { action: 'none', outcome: 'escalated', exitCode: 3, attempts: 1 },
  async inject(ctx) {
    const azure = await azureCloud(ctx, (call) =>
      /^PUT .*\/resourcegroups\/[^/]+$/.test(call) ? error : undefined,
    );
    return {
      files: { 'golden.pkr.hcl': azureBuild() },
      env: { ...azure.env, ...azureEnvironment },
      check() {
        if (azure.groups.size > 0) throw new Error(`Resource groups are left: ${[...azure.groups]}`);
      },
    };
  },
};

const error = {
  status: 403,
  code: 'AuthorizationFailed',
  message:
    "The client '1' with object id '1' does not have authorization to perform action 'Microsoft.Resources/subscriptions/resourcegroups/write' over scope '/subscriptions/3' or the scope is invalid.",
};

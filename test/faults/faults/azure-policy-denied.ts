import { azureCloud } from '../doubles/azure-cloud.ts';
import type { Fault } from '../fault.ts';
import { azureBuild, azureEnvironment } from '../templates/azure-build.ts';

/** A policy is never bypassed. */
export const fault: Fault = {
  name: 'azure-policy-denied',
  what: 'a policy forbids the deployment',
  cause: 'azure-policy-denied',
  needs: ['program:openssl'],
  packers: 'built-in',
  expects: { action: 'none', outcome: 'escalated', exitCode: 3, attempts: 1 },
  async inject(ctx) {
    const azure = await azureCloud(ctx, (call) => (/^PUT .*\/deployments\//.test(call) ? error : undefined));
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
  code: 'RequestDisallowedByPolicy',
  message: "Resource 'pkrip' was disallowed by policy. Policy identifiers: 'no-public-addresses'.",
};

import { azureCloud, type Denial } from '../doubles/azure-cloud.ts';
import type { LocalSsh } from '../doubles/local-ssh.ts';
import type { FaultContext, Injection } from '../fault.ts';
import { azureBuild, azureEnvironment } from './azure-build.ts';

/** Builds "golden" in an Azure that denies some calls, where no resource group may be left; with `ssh` its machine answers. */
export async function inAzure(ctx: FaultContext, deny: Denial, ssh?: LocalSsh): Promise<Injection> {
  const azure = await azureCloud(ctx, deny);
  return {
    files: { 'golden.pkr.hcl': azureBuild(ssh) },
    env: { ...azure.env, ...azureEnvironment },
    check() {
      if (azure.groups.size > 0) throw new Error(`Resource groups are left: ${[...azure.groups]}`);
    },
  };
}

import { type Disturbance, proxmoxNode } from '../doubles/proxmox-node.ts';
import type { FaultContext, Injection } from '../fault.ts';
import { proxmoxBuild, proxmoxEnvironment } from './proxmox-build.ts';

/** Builds "golden" on a disturbed node of Proxmox, which has exactly these machines afterwards; none unless told. */
export async function onProxmox(ctx: FaultContext, disturb: Disturbance, machines = ''): Promise<Injection> {
  const node = await proxmoxNode(ctx, disturb);
  return {
    files: { 'golden.pkr.hcl': proxmoxBuild(node) },
    env: proxmoxEnvironment,
    check() {
      const left = node.machines().join();
      if (left !== machines) throw new Error(`The node has these machines: ${left}`);
    },
  };
}

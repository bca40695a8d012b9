import * as z from 'zod';
import type { ProxmoxApi } from './proxmox-api.ts';

/** Proxmox leaves out what is not so, and says 1 where it is. */
const Flag = z
  .union([z.boolean(), z.number(), z.string()])
  .default(0)
  .transform((value) => Number(value) === 1);
const Tags = z
  .string()
  .default('')
  .transform((text) =>
    text
      .toLowerCase()
      .split(/[;, ]+/)
      .filter(Boolean),
  );

const Machine = z.object({
  vmid: z.number(),
  node: z.string(),
  type: z.string(),
  name: z.string().optional(),
  template: Flag,
  tags: Tags,
});
const Config = z.object({ template: Flag, tags: Tags, lock: z.string().optional() });
const Status = z.object({ status: z.string() });

/** A virtual machine of the cluster, as the list of all of them shows it. */
export type ProxmoxMachine = z.infer<typeof Machine>;
export type MachineConfig = z.infer<typeof Config>;

/** Every virtual machine that the user may see, wherever in the cluster; containers are none. */
export async function allMachines(api: ProxmoxApi): Promise<readonly ProxmoxMachine[]> {
  const listed = z.array(Machine).parse(await api('GET', '/cluster/resources?type=vm'));
  const machines = listed.filter(({ type }) => type === 'qemu');
  // An older Proxmox leaves tags out of its list: then only the configuration of each machine tells.
  if (machines.some(({ tags }) => tags.length > 0)) return machines;
  const told: ProxmoxMachine[] = [];
  for (const machine of machines) {
    told.push(machine.template ? machine : { ...machine, tags: (await configOf(api, machine)).tags });
  }
  return told;
}

/** What is written down of a machine, right from its node. */
export async function configOf(api: ProxmoxApi, machine: ProxmoxMachine): Promise<MachineConfig> {
  return Config.parse(await api('GET', `${pathOf(machine)}/config`));
}

export async function isStopped(api: ProxmoxApi, machine: ProxmoxMachine): Promise<boolean> {
  return Status.parse(await api('GET', `${pathOf(machine)}/status/current`)).status === 'stopped';
}

export function pathOf({ node, vmid }: ProxmoxMachine): string {
  return `/nodes/${encodeURIComponent(node)}/qemu/${vmid}`;
}

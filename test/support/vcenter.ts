import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import * as z from 'zod';

const Announcement = z.object({ url: z.string(), host: z.string() });

/** A simulated vCenter on loopback, as a template addresses it. */
export interface SimulatedVcenter {
  /** `127.0.0.1:<port>` */
  readonly host: string;
}

export const vcenterUser = 'tester';
export const vcenterPassword = 'simulated-password';

/** Starts a vCenter that ends with the test. */
export async function startVcenter(program: string): Promise<SimulatedVcenter> {
  const child = spawn(program, [], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(async () => {
    const ended = once(child, 'exit');
    child.stdin.end();
    await ended;
  });
  const [line] = await once(createInterface(child.stdout), 'line');
  return { host: Announcement.parse(JSON.parse(String(line))).host };
}

/** A source that clones a machine of the simulator into a template. */
export function vsphereSource(name: string, { host }: SimulatedVcenter): string {
  return `
source "vsphere-clone" "${name}" {
  vcenter_server      = "${host}"
  username            = "${vcenterUser}"
  password            = var.vcenter_password
  insecure_connection = true
  template            = "DC0_H0_VM0"
  vm_name             = "${name}"
  host                = "DC0_H0"
  datacenter          = "DC0"
  datastore           = "LocalDS_0"
  communicator        = "none"
  convert_to_template = true
}
`;
}

import type { BusyboxGuest } from '../support/guest/busybox-guest.ts';
import { busyboxGuest } from '../support/guest/busybox-guest.ts';
import { runProgram } from '../support/run-program.ts';
import { type TestPacker, toolchain } from '../toolchain/toolchain.ts';
import type { Fault, FaultNeed } from './fault.ts';

const available = await toolchain();
const guest = await busyboxGuest();

/** The Packers that a fault is tried with here. */
export function packersOf({ packers = 'newest' }: Fault): readonly TestPacker[] {
  const all = available.packers;
  if (packers === 'each') return all;
  if (packers === 'built-in') return all.filter(({ pluginPath }) => pluginPath === undefined);
  return all.slice(-1);
}

/** Why no Packer is here that the fault could be tried with. */
export function missingPacker(): string {
  return available.missing.map(({ what, why }) => `${what}: ${why}`).join('; ') || 'this Packer is not here';
}

/** What the fault cannot do without and is not here, or undefined. */
export async function unmetNeed({ needs }: Fault, packer: TestPacker): Promise<string | undefined> {
  for (const need of needs) {
    const reason = await unmet(need, packer);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/** The guest of a fault that needs one. */
export function neededGuest(): BusyboxGuest {
  if ('missing' in guest) throw new Error(guest.missing);
  return guest;
}

/** The vCenter simulator of a fault that needs it. */
export function neededVcenter(): string {
  return available.vcenter ?? missingPacker();
}

async function unmet(need: FaultNeed, packer: TestPacker): Promise<string | undefined> {
  if (need === 'guest') return 'missing' in guest ? guest.missing : undefined;
  if (need === 'root') return process.getuid?.() === 0 ? undefined : 'needs root';
  if (need === 'mounts') return cannot('unshare', ['-m', 'true'], 'needs mount namespaces');
  if (need === 'networks') return cannot('unshare', ['-n', 'true'], 'needs network namespaces');
  if (need === 'plugins') return packer.pluginPath ? undefined : missingPacker();
  if (need !== 'vcenter') return unlessFound(need.replace('program:', ''));
  const hasVsphere = !packer.pluginPath || packer.plugins.some((name) => name.includes('vsphere'));
  return available.vcenter && hasVsphere ? undefined : missingPacker();
}

async function cannot(program: string, args: readonly string[], why: string): Promise<string | undefined> {
  return (await runProgram(program, args)).code === 0 ? undefined : why;
}

async function unlessFound(program: string): Promise<string | undefined> {
  return cannot('which', [program], `${program} is not installed`);
}

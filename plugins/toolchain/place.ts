import type { Elevation } from './command-line.ts';
import { detectManager } from './detect-manager.ts';
import type { Machine } from './machine.ts';
import type { ManagerId } from './options.ts';
import type { PackageManager } from './package-managers.ts';

/** How programs get onto this machine. */
export interface Place {
  readonly manager: PackageManager | undefined;
  readonly elevation: Elevation;
}

/** Finds the package manager, and the way to the rights that it needs. */
export async function findPlace(machine: Machine, wanted?: ManagerId): Promise<Place> {
  const manager = await detectManager(machine, wanted);
  return { manager, elevation: await elevationOf(machine, manager) };
}

async function elevationOf(machine: Machine, manager: PackageManager | undefined): Promise<Elevation> {
  if (!manager?.needsRoot || machine.isRoot) return 'none';
  return (await machine.find('sudo')) ? 'sudo' : 'impossible';
}

import type { ProgramNeed } from 'packer-hybrid';
import type { ManagerId } from './options.ts';

/** The packages that bring these programs, each once, in the order of the needs. */
export function packagesOf(needs: readonly ProgramNeed[], manager: ManagerId): readonly string[] {
  return [...new Set(needs.flatMap((need) => need.packages[manager] ?? []))];
}

/** Whether the package manager is known to have the program. */
export function hasPackage(need: ProgramNeed, manager: ManagerId): boolean {
  return (need.packages[manager] ?? []).length > 0;
}

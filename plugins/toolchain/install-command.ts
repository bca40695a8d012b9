import type { ProgramNeed } from 'packer-hybrid';
import { type Elevation, shownCommand } from './command-line.ts';
import { managerIds } from './options.ts';
import { type ListState, packageListState } from './package-lists.ts';
import type { PackageManager } from './package-managers.ts';
import { hasPackage, packagesOf } from './packages-of.ts';

export interface InstallPlace {
  readonly manager: PackageManager | undefined;
  readonly elevation: Elevation;
  readonly lists?: (manager: PackageManager) => Promise<ListState>;
}

/** What a person types here to get these programs; a sentence instead where no package manager has them. */
export async function installCommandFor(
  needs: readonly ProgramNeed[],
  { manager, elevation, lists = packageListState }: InstallPlace,
): Promise<string> {
  const programs = needs.map(({ program }) => program).join(', ');
  if (!manager) {
    return `Install ${programs} by hand: none of the package managers ${managerIds.join(', ')} is here.`;
  }
  const known = needs.filter((need) => hasPackage(need, manager.id));
  if (known.length < needs.length) {
    const missing = needs.filter((need) => !known.includes(need)).map(({ program }) => program);
    return `Install ${missing.join(', ')} by hand: no package of ${manager.id} is known for it.`;
  }
  const install = shownCommand(manager, [...manager.install, ...packagesOf(needs, manager.id)], elevation);
  const isMissing = manager.refresh && (await lists(manager)) === 'missing';
  return isMissing ? `${shownCommand(manager, manager.refresh, elevation)} && ${install}` : install;
}

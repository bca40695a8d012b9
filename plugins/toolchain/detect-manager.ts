import type { Machine } from './machine.ts';
import type { ManagerId } from './options.ts';
import { type PackageManager, packageManagers } from './package-managers.ts';

/** The package manager of this machine: the distribution's own where several are installed. */
export async function detectManager(
  machine: Machine,
  wanted?: ManagerId,
): Promise<PackageManager | undefined> {
  const distribution = distributionOf(await machine.readText('/etc/os-release'));
  const isNative = ({ nativeTo }: PackageManager) => nativeTo.some((name) => distribution.includes(name));
  const candidates = wanted
    ? packageManagers.filter(({ id }) => id === wanted)
    : packageManagers.toSorted((a, b) => Number(isNative(b)) - Number(isNative(a)));
  for (const manager of candidates) if (await machine.find(manager.program)) return manager;
  return undefined;
}

function distributionOf(osRelease: string): readonly string[] {
  const lines = osRelease.matchAll(/^ID(?:_LIKE)?=["']?([^"'\n]*)["']?$/gm);
  return [...lines].flatMap(([, names = '']) => names.split(/[\s-]+/));
}

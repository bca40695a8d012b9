import type { WorkspaceFolders } from '../../core/state/paths.ts';
import type { WorkspaceState } from '../../core/state/workspace-state.ts';

/** How long each target takes by experience; nothing where the state cannot be read, which the run itself reports. */
export async function buildHistory(folders: WorkspaceFolders): Promise<ReadonlyMap<string, number>> {
  const { readState } = await import('../../core/state/index.ts');
  const state = await readState(folders).catch(() => undefined);
  return usualDurations(state?.targets ?? {});
}

/** The median of the remembered durations, by slug: one odd build does not spoil it. */
export function usualDurations(targets: WorkspaceState['targets']): ReadonlyMap<string, number> {
  const usual = new Map<string, number>();
  for (const [slug, { durations }] of Object.entries(targets)) {
    const median = durations.toSorted((a, b) => a - b)[Math.floor(durations.length / 2)];
    if (median !== undefined) usual.set(slug, median);
  }
  return usual;
}

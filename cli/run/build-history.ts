import type { WorkspaceFolders, WorkspaceState } from '../../core/state/index.ts';

/** How long each target takes by experience; nothing where the state cannot be read, which the run itself reports. */
export async function buildHistory(folders: WorkspaceFolders): Promise<ReadonlyMap<string, number>> {
  const { readState, expectedMs } = await import('../../core/state/index.ts');
  const targets: WorkspaceState['targets'] = await readState(folders).then(
    (state) => state.targets,
    () => ({}),
  );
  const usual = Object.entries(targets).map(
    ([slug, { durations }]) => [slug, expectedMs(durations)] as const,
  );
  return new Map(usual.filter((entry): entry is readonly [string, number] => entry[1] !== undefined));
}

import type { LockOptions } from './lock.ts';
import type { WorkspaceFolders } from './paths.ts';
import { statePath } from './run-paths.ts';
import { readSharedFile, type SharedFile, updateSharedFile } from './update-file.ts';
import { emptyState, stateFormat, type WorkspaceState } from './workspace-state.ts';

function stateFile(folders: WorkspaceFolders): SharedFile<WorkspaceState> {
  return { path: statePath(folders), format: stateFormat, initial: emptyState };
}

/** What earlier runs remembered; the empty state in a new workspace. */
export async function readState(folders: WorkspaceFolders, options?: LockOptions): Promise<WorkspaceState> {
  return readSharedFile(stateFile(folders), options);
}

/** Changes the state as one step: locked, atomic, and brought up to the newest version on the way. */
export async function updateState(
  folders: WorkspaceFolders,
  change: (state: WorkspaceState) => WorkspaceState,
  options?: LockOptions,
): Promise<WorkspaceState> {
  return updateSharedFile(stateFile(folders), change, options);
}

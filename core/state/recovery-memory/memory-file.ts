import { join } from 'node:path';
import type { LockOptions } from '../lock.ts';
import type { WorkspaceFolders } from '../paths.ts';
import { readSharedFile, type SharedFile, updateSharedFile } from '../update-file.ts';
import { peekVersioned } from '../versioned-file.ts';
import { emptyRecoveryMemory, type RecoveryMemory, recoveryMemoryFormat } from './recovery-memory.ts';

type Folders = Pick<WorkspaceFolders, 'state'>;

/** `state/recovery-memory.json` */
export function recoveryMemoryPath({ state }: Folders): string {
  return join(state, 'recovery-memory.json');
}

function memoryFile(folders: Folders): SharedFile<RecoveryMemory> {
  return { path: recoveryMemoryPath(folders), format: recoveryMemoryFormat, initial: emptyRecoveryMemory };
}

/** What earlier runs learned; nothing where that cannot be read, for a run must not fail for its memory. */
export async function readRecoveryMemory(folders: Folders): Promise<RecoveryMemory> {
  return (await peekVersioned(recoveryMemoryPath(folders), recoveryMemoryFormat)) ?? emptyRecoveryMemory;
}

/** The same for whoever asks for the memory itself: one that cannot be read is reported. */
export async function loadRecoveryMemory(folders: Folders, options?: LockOptions): Promise<RecoveryMemory> {
  return await readSharedFile(memoryFile(folders), options);
}

/** Changes the memory as one step: locked and atomic. */
export async function updateRecoveryMemory(
  folders: Folders,
  change: (memory: RecoveryMemory) => RecoveryMemory,
  options?: LockOptions,
): Promise<RecoveryMemory> {
  return await updateSharedFile(memoryFile(folders), change, options);
}

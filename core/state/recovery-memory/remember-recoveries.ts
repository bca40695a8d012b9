import { randomBytes } from 'node:crypto';
import { type HybridError, isHybridError } from '../../errors/index.ts';
import type { RunRecord } from '../../schema/index.ts';
import type { WorkspaceFolders } from '../paths.ts';
import type { RunFacts } from './events-of.ts';
import { updateRecoveryMemory } from './memory-file.ts';
import type { RecoveryMemory } from './recovery-memory.ts';
import { withRun } from './with-run.ts';

/**
 * Learns from a run that is over. A memory that cannot be read is set aside and begun anew: a good build does not
 * fail for it. Answers where the old one is then.
 */
export async function rememberRecoveries(
  folders: Pick<WorkspaceFolders, 'state'>,
  record: RunRecord,
  facts: RunFacts = { packerVersion: null },
): Promise<string | undefined> {
  const learn = (memory: RecoveryMemory) => named(withRun(memory, record, facts));
  try {
    await updateRecoveryMemory(folders, learn);
    return undefined;
  } catch (cause) {
    if (!isHybridError(cause) || cause.code !== 'PH_STATE_CORRUPT') throw cause;
    await updateRecoveryMemory(folders, learn);
    return (cause as HybridError<'PH_STATE_CORRUPT'>).context.kept;
  }
}

function named(memory: RecoveryMemory): RecoveryMemory {
  if (memory.origin !== null || memory.events.length === 0) return memory;
  return { ...memory, origin: randomBytes(16).toString('hex') };
}

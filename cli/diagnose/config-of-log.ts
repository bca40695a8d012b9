import type { ResolvedConfig } from '../../core/config/index.ts';
import { isHybridError } from '../../core/errors/index.ts';
import type { Invocation } from '../invocation.ts';
import { readConfig } from '../read-config.ts';
import { mayHaveConfig } from './may-have-config.ts';

/** A log may be read anywhere: a configuration counts where there is a sound one, and must be sound when it is named. */
export async function configOfLog(invocation: Invocation): Promise<ResolvedConfig | undefined> {
  const isNamed = invocation.options.value('config') !== undefined;
  if (!isNamed && !mayHaveConfig(invocation.cwd)) return undefined;
  try {
    return await readConfig(invocation, 'diagnose');
  } catch (cause) {
    if (isHybridError(cause) && !isNamed) return undefined;
    throw cause;
  }
}

import { HybridError, isHybridError, reasonOf } from '../errors/index.ts';
import type { Target } from '../schema/index.ts';
import { runContext } from './run-context.ts';
import type { Session } from './session.ts';

/** What the target's platform would give its template, as a short text that changes when the values would. */
export async function fingerprintOf(session: Session, target: Target): Promise<string | undefined> {
  const { platform } = target;
  const provider = session.registry.find(`variables/${platform}`);
  if (!provider) return undefined;
  const scope = { plugin: platform, hook: 'build', signal: session.signal } as const;
  try {
    return await provider.fingerprint(target, runContext(session, scope, target.id));
  } catch (cause) {
    if (isHybridError(cause)) throw cause;
    const reason = reasonOf(cause);
    throw new HybridError('PH_PLUGIN_FAILED', { plugin: platform, hook: 'fingerprint', reason }, { cause });
  }
}

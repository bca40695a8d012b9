import { HybridError, isHybridError, reasonOf } from '../errors/index.ts';
import type { HookName } from '../plugin/index.ts';
import { openDeadline } from './deadline.ts';
import { withLabel } from './label.ts';
import type { StagePolicy } from './stage-policies.ts';
import type { PendingTap } from './types.ts';

/** One handler at work: who it is and the signal that ends it. */
export interface TapScope {
  readonly plugin: string;
  readonly hook: HookName;
  readonly signal: AbortSignal;
}

export interface GuardOptions {
  readonly plugin: string;
  readonly hook: HookName;
  readonly policy: StagePolicy;
  readonly signal: AbortSignal;
  readonly target: string | undefined;
  readonly pending: Set<PendingTap>;
}

/** Lets a plugin work so that its failure names plugin and hook, and its wait has an end. */
export async function guarded<T>(
  { plugin, hook, policy, signal, target, pending }: GuardOptions,
  work: (scope: TapScope) => T | Promise<T>,
): Promise<T> {
  const record: PendingTap = { plugin, hook, startedAt: Date.now(), ...(target !== undefined && { target }) };
  const deadline = openDeadline({ plugin, hook }, policy, signal);
  pending.add(record);
  try {
    const scope = { plugin, hook, signal: deadline.signal };
    const done = withLabel({ plugin, hook, target }, async () => work(scope));
    const result = await Promise.race([done, deadline.gaveUp]);
    const late = deadline.passed();
    if (late) throw late;
    return result;
  } catch (cause) {
    const gaveUp = isHybridError(cause) && cause.code === 'PH_PLUGIN_UNRESPONSIVE';
    throw attributed(gaveUp ? cause : (deadline.passed() ?? cause), { plugin, hook, signal });
  } finally {
    deadline.close();
    pending.delete(record);
  }
}

function attributed(cause: unknown, { plugin, hook, signal }: TapScope): HybridError {
  if (isHybridError(cause)) return cause;
  if (signal.aborted && isHybridError(signal.reason)) return signal.reason;
  return new HybridError('PH_PLUGIN_FAILED', { plugin, hook, reason: reasonOf(cause) }, { cause });
}

import { HybridError, isHybridError, reasonOf } from '../errors/index.ts';
import type { HookMap, HookName, RegisteredHandler } from '../plugin/index.ts';
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

export interface GuardOptions<K extends HookName> {
  readonly policy: StagePolicy;
  readonly signal: AbortSignal;
  readonly target: string | undefined;
  readonly pending: Set<PendingTap>;
  /** Makes the context for this handler alone. */
  readonly contextOf: (scope: TapScope) => HookMap[K]['context'];
}

/** Calls one handler so that its failure names plugin and hook, and its wait has an end. */
export async function guarded<K extends HookName>(
  tap: RegisteredHandler<K>,
  options: GuardOptions<K>,
): Promise<HookMap[K]['result']> {
  const { plugin, hook } = tap;
  const { policy, signal, target, pending } = options;
  const record: PendingTap = { plugin, hook, startedAt: Date.now(), ...(target !== undefined && { target }) };
  const deadline = openDeadline(tap, policy, signal);
  pending.add(record);
  try {
    const context = options.contextOf({ plugin, hook, signal: deadline.signal });
    const work = withLabel({ plugin, hook, target }, async () => tap.handler(context));
    const result = await Promise.race([work, deadline.gaveUp]);
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

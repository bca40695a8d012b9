import { HybridError } from '../errors/index.ts';
import type { StagePolicy } from './stage-policies.ts';

/** The time of one handler: its signal aborts with the run or at the deadline; `gaveUp` rejects when its grace is over. */
export interface Deadline {
  readonly signal: AbortSignal;
  readonly gaveUp: Promise<never>;
  /** The deadline as an error, once it has passed. */
  passed(): HybridError | undefined;
  /** Frees timers and listeners, so that many handlers add nothing to the run's own signal. */
  close(): void;
}

/** Opens the time of one handler. */
export function openDeadline(
  tap: { readonly plugin: string; readonly hook: string },
  { deadlineMs, graceMs }: StagePolicy,
  outer: AbortSignal,
): Deadline {
  const { plugin, hook } = tap;
  const own = new AbortController();
  let passed: HybridError | undefined;
  let graceTimer: NodeJS.Timeout | undefined;
  let giveUp: (reason: unknown) => void = () => undefined;
  const gaveUp = new Promise<never>((_, reject) => {
    giveUp = reject;
  });
  gaveUp.catch(() => undefined);

  const abort = (reason: unknown) => {
    if (own.signal.aborted) return;
    own.abort(reason);
    graceTimer = setTimeout(() => {
      const late = new HybridError('PH_PLUGIN_UNRESPONSIVE', { plugin, hook, graceMs }, { cause: reason });
      giveUp(graceMs === 0 ? reason : late);
    }, graceMs);
  };
  const onOuter = () => abort(outer.reason);
  const timer = setTimeout(
    () => {
      passed = new HybridError('PH_PLUGIN_TIMEOUT', { plugin, hook, limitMs: deadlineMs });
      abort(passed);
    },
    // Longer than this and Node would fire at once.
    Math.min(deadlineMs, 2 ** 31 - 1),
  );
  if (outer.aborted) onOuter();
  else outer.addEventListener('abort', onOuter, { once: true });

  return {
    signal: own.signal,
    gaveUp,
    passed: () => passed,
    close() {
      clearTimeout(timer);
      clearTimeout(graceTimer);
      outer.removeEventListener('abort', onOuter);
    },
  };
}

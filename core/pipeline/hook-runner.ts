import type { HybridError } from '../errors/index.ts';
import type {
  BailHook,
  CollectHook,
  HookMap,
  HookName,
  RegisteredHandler,
  SeriesHook,
} from '../plugin/index.ts';
import { type GuardOptions, guarded, type TapScope } from './guard.ts';
import type { PipelineHooks } from './hooks.ts';
import type { StagePolicies } from './stage-policies.ts';
import type { PendingTap } from './types.ts';

/** How one hook is called for a run or a target. */
export interface HookCall<K extends HookName> {
  readonly signal: AbortSignal;
  readonly target?: string | undefined;
  readonly contextOf: (scope: TapScope) => HookMap[K]['context'];
}

/** What a handler answered, and whose it is. */
export interface Answer<K extends HookName> {
  readonly plugin: string;
  readonly result: NonNullable<HookMap[K]['result']>;
}

/** A failed handler. */
export interface TapFailure {
  readonly plugin: string;
  readonly hook: HookName;
  readonly error: HybridError;
}

/** Whose work it is, and which hook's deadline it has. */
export type GuardedTask = Pick<GuardOptions, 'plugin' | 'hook' | 'signal' | 'target'>;

export interface HookRunner {
  /** Runs all handlers at once and gives the failures; never rejects. */
  collect<K extends CollectHook>(hook: K, call: HookCall<K>): Promise<readonly TapFailure[]>;
  /** Asks one handler after the other until one answers; rejects with a HybridError. */
  bail<K extends BailHook>(hook: K, call: HookCall<K>): Promise<Answer<K> | undefined>;
  /** Runs one handler after the other and tells each answer as it comes; rejects at the first failure. */
  series<K extends SeriesHook>(
    hook: K,
    call: HookCall<K>,
    onAnswer: (answer: Answer<K>) => void,
  ): Promise<void>;
  /** Runs what a plugin does outside of its handlers as if it were its handler of that hook; rejects with a HybridError. */
  guard<T>(task: GuardedTask, work: (scope: TapScope) => Promise<T>): Promise<T>;
  readonly pending: ReadonlySet<PendingTap>;
}

/** Runs hooks by the stage table: the only place where handlers are called. */
export function createHookRunner(hooks: PipelineHooks, policies: StagePolicies): HookRunner {
  const pending = new Set<PendingTap>();
  const invoke = async <K extends HookName>(tap: RegisteredHandler, call: HookCall<K>) => {
    const { signal, target, contextOf } = call;
    // The hook that visits a handler is the hook that it was registered for.
    const own = tap as unknown as RegisteredHandler<K>;
    const { plugin, hook } = own;
    return guarded({ plugin, hook, policy: policies[hook], signal, target, pending }, (scope) =>
      own.handler(contextOf(scope)),
    );
  };

  return {
    pending,
    guard: (task, work) => guarded({ ...task, policy: policies[task.hook], pending }, work),
    async collect(hook, call) {
      const failures: TapFailure[] = [];
      await hooks.collect[hook].promise((tap) =>
        invoke(tap, call).catch((error: HybridError) => {
          failures.push({ plugin: tap.plugin, hook, error });
        }),
      );
      return failures;
    },
    async bail(hook, call) {
      const answer = await hooks.bail[hook].promise(async (tap) => {
        const result = await invoke(tap, call);
        return result === undefined ? undefined : { plugin: tap.plugin, result };
      });
      return answer as Answer<typeof hook> | undefined;
    },
    async series(hook, call, onAnswer) {
      await hooks.series[hook].promise(async (tap) => {
        call.signal.throwIfAborted();
        const result = await invoke(tap, call);
        if (result !== undefined) onAnswer({ plugin: tap.plugin, result });
      });
    },
  };
}

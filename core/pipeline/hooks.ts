import { AsyncParallelHook, AsyncSeriesBailHook, AsyncSeriesHook, SyncHook } from 'tapable';
import type {
  BailHook,
  CollectHook,
  PluginRegistry,
  RegisteredHandler,
  SeriesHook,
} from '../plugin/index.ts';
import type { RunEvent } from '../schema/index.ts';

/** Calls one handler and deals with its failure; handlers never meet tapable, and tapable never meets an error it would drop. */
export type Visit = (tap: RegisteredHandler) => Promise<unknown>;

/** The tapable hooks of a pipeline, frozen once every plugin is set up. */
export interface PipelineHooks {
  readonly collect: Readonly<Record<CollectHook, AsyncParallelHook<[Visit]>>>;
  readonly bail: Readonly<Record<BailHook, AsyncSeriesBailHook<[Visit], unknown>>>;
  readonly series: Readonly<Record<SeriesHook, AsyncSeriesHook<[Visit]>>>;
  readonly event: SyncHook<[RunEvent]>;
}

/** Taps every handler in the order that the registry decided; tapable's own `stage` and `before` are not used. */
export function createHooks({ handlers, listeners }: PluginRegistry): PipelineHooks {
  const parallel = () => new AsyncParallelHook<[Visit]>(['visit']);
  const bail = () => new AsyncSeriesBailHook<[Visit], unknown>(['visit']);
  const hooks: PipelineHooks = {
    collect: {
      preflight: parallel(),
      analyze: parallel(),
      diagnose: parallel(),
      validate: parallel(),
      close: parallel(),
    },
    bail: { build: bail(), recover: bail() },
    series: { publish: new AsyncSeriesHook<[Visit]>(['visit']) },
    event: new SyncHook<[RunEvent]>(['event']),
  };
  const done = { ...hooks.collect, ...hooks.series };
  for (const tap of handlers) {
    if (tap.hook === 'build' || tap.hook === 'recover') {
      hooks.bail[tap.hook].tapPromise(tap.plugin, (visit) => visit(tap));
    } else {
      done[tap.hook].tapPromise(tap.plugin, async (visit) => void (await visit(tap)));
    }
  }
  for (const { plugin, listen } of listeners) hooks.event.tap(plugin, quiet(listen));
  return Object.freeze(hooks);
}

/** A listener that throws is not asked again: it may neither stop the run nor fill the log with the same complaint. */
function quiet(listen: (event: RunEvent) => void): (event: RunEvent) => void {
  let muted = false;
  return (event) => {
    if (muted) return;
    try {
      listen(event);
    } catch {
      muted = true;
    }
  };
}

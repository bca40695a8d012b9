import PQueue from 'p-queue';
import type { ConcurrencySettings } from '../plugin/index.ts';
import type { Target } from '../schema/index.ts';

/** Lets a target work when its host, its platform and the whole run have room. */
export interface TargetQueue {
  /** Rejects with the signal's reason when that comes while the target still waits. */
  run<T>(target: Target, signal: AbortSignal, work: () => Promise<T>): Promise<T>;
}

export interface TargetQueueOptions {
  readonly settings: ConcurrencySettings;
  /** Limit of a platform where the settings name none. */
  readonly platformDefault: (platform: string) => number | undefined;
}

/**
 * Limits are nested always in the same order (host, platform, run), so that no two targets can wait for each other.
 * Deadlines are the handlers' own: the queue's `timeout` would free a place while the work goes on.
 */
export function createTargetQueue({ settings, platformDefault }: TargetQueueOptions): TargetQueue {
  const total = new PQueue({ concurrency: settings.total });
  const named = new Map<string, PQueue>();
  const queueOf = (kind: string, name: string, concurrency: number | undefined): PQueue | undefined => {
    if (concurrency === undefined) return undefined;
    const key = `${kind}:${name}`;
    const queue = named.get(key) ?? new PQueue({ concurrency });
    named.set(key, queue);
    return queue;
  };

  return {
    run(target, signal, work) {
      const { platform, host } = target;
      const platformLimit = settings.platforms[platform] ?? platformDefault(platform);
      const queues = [
        host === undefined ? undefined : queueOf('host', host, settings.hosts[host]),
        queueOf('platform', platform, platformLimit),
        total,
      ].filter((queue) => queue !== undefined);
      return through(queues, signal, work);
    },
  };
}

async function through<T>(
  [first, ...rest]: readonly PQueue[],
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  if (!first) return work();
  return whileWaiting(signal, (started) =>
    first.add(async () => {
      signal.throwIfAborted();
      started();
      return through(rest, signal, work);
    }),
  );
}

/** Rejects when the signal comes before the work has started. The queue's own `signal` would also free the place of running work. */
function whileWaiting<T>(signal: AbortSignal, enqueue: (started: () => void) => Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    const started = () => signal.removeEventListener('abort', onAbort);
    enqueue(started).then(resolve, reject).finally(started);
  });
}

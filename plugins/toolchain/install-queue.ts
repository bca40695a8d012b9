import { setTimeout as delay } from 'node:timers/promises';
import { type BatchOptions, type Failure, installBatch, type Order } from './install-batch.ts';

/** Long enough for the preflight handlers of all plugins to ask, short enough to go unnoticed. */
const COLLECT_MS = 200;

export type QueueOptions = Omit<BatchOptions, 'signal' | 'refreshed'>;

/** Installs what many ask for at once, with one call of the package manager at a time. */
export interface InstallQueue {
  /** Resolves when the order is done, with the reason if it failed; rejects when its own run is cancelled. */
  install(order: Order, options: QueueOptions): Promise<Failure | undefined>;
}

interface Waiting {
  readonly order: Order;
  readonly options: QueueOptions;
  settle(failure: Failure | undefined): void;
  reject(cause: unknown): void;
}

/** Makes the queue that all runs of a process share. */
export function installQueue(collectMs = COLLECT_MS): InstallQueue {
  const refreshed = new Set<string>();
  let waiting: Waiting[] = [];
  let last: Promise<void> = Promise.resolve();

  async function installWaiting(): Promise<void> {
    await delay(collectMs);
    const batch = waiting;
    waiting = [];
    await installTogether(batch, refreshed).catch((cause) => {
      for (const { reject } of batch) reject(cause);
    });
  }

  return {
    async install(order, options) {
      order.context.signal.throwIfAborted();
      const failure = await new Promise<Failure | undefined>((settle, reject) => {
        waiting.push({ order, options, settle, reject });
        if (waiting.length === 1) last = last.then(installWaiting);
      });
      order.context.signal.throwIfAborted();
      return failure;
    },
  };
}

async function installTogether(batch: readonly Waiting[], refreshed: Set<string>): Promise<void> {
  const wanted = batch.filter(({ order }) => !order.context.signal.aborted);
  const first = wanted[0];
  if (first) {
    const orders = wanted.map(({ order }) => order);
    const everyone = whenAllAborted(orders.map(({ context }) => context.signal));
    const options = { ...first.options, refreshed, signal: everyone.signal };
    const failures = await installBatch(orders, options).finally(everyone.release);
    for (const { order, settle } of wanted) settle(failures.get(order));
  }
  for (const { settle } of batch) settle(undefined);
}

/** A signal that is given when nobody wants the work any more. */
function whenAllAborted(signals: readonly AbortSignal[]): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  const check = () => {
    if (signals.every(({ aborted }) => aborted)) controller.abort();
  };
  for (const signal of signals) signal.addEventListener('abort', check, { once: true });
  const release = () => {
    for (const signal of signals) signal.removeEventListener('abort', check);
  };
  return { signal: controller.signal, release };
}

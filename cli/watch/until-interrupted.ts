import type { EventEmitter } from 'node:events';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Resolves at the first signal that asks the process to end. */
export async function untilInterrupted(source: Pick<EventEmitter, 'on' | 'off'>): Promise<void> {
  // A file watcher alone does not keep Node running on every system.
  const keepAlive = setInterval(() => {}, 2 ** 30);
  try {
    await new Promise<void>((resolve) => {
      const onSignal = () => {
        for (const name of signals) source.off(name, onSignal);
        resolve();
      };
      for (const name of signals) source.on(name, onSignal);
    });
  } finally {
    clearInterval(keepAlive);
  }
}

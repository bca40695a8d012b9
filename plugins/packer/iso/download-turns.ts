import type { DeclaredIso } from './declared-isos.ts';

/** Lets one target at a time download an image; the others wait, and find it in the store. */
export interface DownloadTurns {
  /** Whether another target downloads one of these right now. */
  isTaken(isos: readonly DeclaredIso[]): boolean;
  /** Waits until nobody downloads these, or the signal aborts, then takes them; answers how to give them back. */
  take(isos: readonly DeclaredIso[], signal: AbortSignal): Promise<() => void>;
}

export function downloadTurns(): DownloadTurns {
  const taken = new Map<string, Promise<void>>();

  return {
    isTaken: (isos) => isos.some((iso) => taken.has(iso.key)),
    async take(isos, signal) {
      const keys = isos.map((iso) => iso.key);
      for (let busy = keys.find((key) => taken.has(key)); busy; busy = keys.find((key) => taken.has(key))) {
        await Promise.race([taken.get(busy), aborted(signal)]);
        signal.throwIfAborted();
      }
      const { promise, resolve } = openPromise();
      for (const key of keys) taken.set(key, promise);
      return () => {
        for (const key of keys) if (taken.get(key) === promise) taken.delete(key);
        resolve();
      };
    },
  };
}

function openPromise(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((done) => signal.addEventListener('abort', () => done(), { once: true }));
}

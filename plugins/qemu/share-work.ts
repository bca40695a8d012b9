interface Work<T> {
  readonly promise: Promise<T>;
  readonly controller: AbortController;
  waiting: number;
}

/** Does what several ask for at once only once; it is stopped when the last of them has gone away. */
export type ShareWork<T> = (
  key: string,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
) => Promise<T>;

/** Makes a place where callers meet; keys tell the works apart, and results are not kept. */
export function shareWork<T>(): ShareWork<T> {
  const works = new Map<string, Work<T>>();

  function begin(key: string, work: (signal: AbortSignal) => Promise<T>): Work<T> {
    const controller = new AbortController();
    const forget = () => {
      if (works.get(key) === begun) works.delete(key);
    };
    const begun: Work<T> = { promise: work(controller.signal).finally(forget), controller, waiting: 0 };
    controller.signal.addEventListener('abort', forget, { once: true });
    works.set(key, begun);
    return begun;
  }

  return async (key, signal, work) => {
    signal.throwIfAborted();
    return waitFor(works.get(key) ?? begin(key, work), signal);
  };
}

async function waitFor<T>(work: Work<T>, signal: AbortSignal): Promise<T> {
  work.waiting += 1;
  let leave: () => void = () => undefined;
  const left = new Promise<never>((_resolve, reject) => {
    leave = () => {
      work.waiting -= 1;
      // Who leaves last waits until the work has really ended, so that nothing runs on unseen.
      if (work.waiting === 0) work.controller.abort(signal.reason);
      else reject(signal.reason);
    };
  });
  signal.addEventListener('abort', leave, { once: true });
  try {
    const result = await Promise.race([work.promise, left]);
    signal.throwIfAborted();
    return result;
  } finally {
    signal.removeEventListener('abort', leave);
  }
}

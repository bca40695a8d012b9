export interface WorkQueueOptions<Item> {
  /** Milliseconds without a new item before the work begins. */
  readonly quietMs: number;
  /** Two items with the same key are one piece of work; the later one stays. */
  readonly keyOf: (item: Item) => string;
  /** Never called again before it has ended; what it throws goes to `onError`, and the next items are worked on. */
  readonly work: (items: readonly Item[]) => Promise<void>;
  readonly onError: (cause: unknown) => void;
}

export interface WorkQueue<Item> {
  add(item: Item): void;
  /** Resolves when nothing is waited for and nothing is worked on. */
  idle(): Promise<void>;
  /** Forgets what waits; what is worked on ends. */
  stop(): void;
}

/** Gathers items until there is quiet, then works on all of them at once: nothing twice, nothing side by side. */
export function createWorkQueue<Item>(options: WorkQueueOptions<Item>): WorkQueue<Item> {
  const waiting = new Map<string, Item>();
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | undefined;

  function schedule(): void {
    clearTimeout(timer);
    timer = setTimeout(begin, options.quietMs);
  }

  function begin(): void {
    timer = undefined;
    if (working !== undefined || waiting.size === 0) return;
    const items = [...waiting.values()];
    waiting.clear();
    working = options
      .work(items)
      .catch(options.onError)
      .finally(() => {
        working = undefined;
        // Quiet has passed for what came meanwhile, unless its own timer still runs.
        if (timer === undefined) begin();
      });
  }

  return {
    add(item) {
      waiting.set(options.keyOf(item), item);
      schedule();
    },
    async idle() {
      while (waiting.size > 0 || working !== undefined) {
        await (working ?? new Promise((resolve) => setTimeout(resolve, options.quietMs)));
      }
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
      waiting.clear();
    },
  };
}

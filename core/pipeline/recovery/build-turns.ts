/** Lets builds of a platform run side by side, and one that needs all of it run alone. */
export interface BuildTurns {
  /** Rejects with the signal's reason when that comes while the build still waits. */
  run<T>(turn: Turn, work: () => Promise<T>): Promise<T>;
  /** From now on builds of a platform come one after the other. */
  narrow(platform: string): void;
}
export interface Turn {
  readonly platform: string;
  readonly alone: boolean;
  readonly signal: AbortSignal;
}

interface Waiting {
  readonly alone: boolean;
  begin(): void;
}

interface Platform {
  running: number;
  isTaken: boolean;
  isNarrow: boolean;
  readonly waiting: Waiting[];
}

/** Turns are given in the order of asking, so that a build which wants to be alone is not overtaken for ever. */
export function createBuildTurns(): BuildTurns {
  const platforms = new Map<string, Platform>();
  const platformOf = (name: string) => {
    const platform = platforms.get(name) ?? { running: 0, isTaken: false, isNarrow: false, waiting: [] };
    platforms.set(name, platform);
    return platform;
  };
  return {
    narrow(name) {
      platformOf(name).isNarrow = true;
    },
    async run({ platform: name, alone, signal }, work) {
      const platform = platformOf(name);
      await turnOf(platform, { alone, signal });
      try {
        return await work();
      } finally {
        platform.running -= 1;
        platform.isTaken = false;
        next(platform);
      }
    },
  };
}

function turnOf(platform: Platform, { alone, signal }: Pick<Turn, 'alone' | 'signal'>): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const waiting: Waiting = {
      alone,
      begin() {
        signal.removeEventListener('abort', giveUp);
        resolve();
      },
    };
    const giveUp = () => {
      platform.waiting.splice(platform.waiting.indexOf(waiting), 1);
      reject(signal.reason);
      next(platform);
    };
    signal.addEventListener('abort', giveUp, { once: true });
    platform.waiting.push(waiting);
    next(platform);
  });
}

function next(platform: Platform): void {
  for (;;) {
    const [first] = platform.waiting;
    const alone = first?.alone || platform.isNarrow;
    if (!first || platform.isTaken || (alone && platform.running > 0)) return;
    platform.waiting.shift();
    platform.running += 1;
    platform.isTaken = alone;
    first.begin();
  }
}

import type { StallSettings } from '../../plugin/index.ts';
import type { EventBody } from '../../schema/index.ts';
import type { Silences } from '../../state/index.ts';

/** A silence that is longer than experience allows. */
export interface Silence {
  readonly silentMs: number;
  /** The longest that the step was ever silent; undefined for one that is not known. */
  readonly usualMs: number | undefined;
  readonly step: string | undefined;
  readonly kind: string | undefined;
}

export interface ClockOptions {
  readonly settings: Pick<StallSettings, 'minutes' | 'factor'>;
  readonly usual: Silences;
  /** Called once per silence, and again whenever it has doubled. */
  readonly onSilence: (silence: Silence) => void;
}

/** Measures how long nothing was heard, step by step. */
export interface SilenceClock {
  hear(event: EventBody): void;
  /** Stops the clock and gives the longest silence of each step. */
  stop(): Silences;
}

/** What is between two steps has a name too. */
const BETWEEN = '-';
const HEARD = ['output', 'step.started', 'step.finished', 'install.started', 'install.finished', 'note'];

/** Starts the clock; it never keeps the process alive. */
export function startSilenceClock({ settings, usual, onSilence }: ClockOptions): SilenceClock {
  const longest = new Map<string, number>();
  let step: { readonly name: string; readonly kind: string } | undefined;
  let heardAt = performance.now();
  let tellAt = 0;
  let timer: NodeJS.Timeout | undefined;

  const stepName = () => step?.name ?? BETWEEN;
  const silentMs = () => performance.now() - heardAt;

  function arm(): void {
    clearTimeout(timer);
    // Long waits are cut: Node fires a timer of more than 24 days at once.
    const wait = Math.min(Math.max(tellAt - silentMs(), 1), 86_400_000);
    timer = setTimeout(look, wait).unref();
  }

  /** Output only moves `heardAt`, which costs nothing; the timer finds that out when it fires. */
  function look(): void {
    if (silentMs() >= tellAt) {
      const silence = {
        silentMs: silentMs(),
        usualMs: usual[stepName()],
        step: step?.name,
        kind: step?.kind,
      };
      tellAt *= 2;
      arm();
      onSilence(silence);
    } else arm();
  }

  function note(): void {
    const before = longest.get(stepName()) ?? 0;
    longest.set(stepName(), Math.max(before, Math.round(silentMs())));
    heardAt = performance.now();
  }

  function allow(): void {
    const before = tellAt;
    tellAt = Math.max(settings.minutes * 60_000, settings.factor * (usual[stepName()] ?? 0), 1);
    if (tellAt !== before) arm();
  }

  allow();
  return {
    hear(event) {
      if (!HEARD.includes(event.type)) return;
      note();
      if (event.type === 'step.started') step = { name: event.step, kind: event.kind };
      else if (event.type === 'step.finished') step = undefined;
      allow();
    },
    stop() {
      clearTimeout(timer);
      note();
      return Object.fromEntries(longest);
    },
  };
}

import type { StallSettings } from '../../plugin/index.ts';
import type { EventBody } from '../../schema/index.ts';
import type { Silences } from '../../state/index.ts';
import { trackSilences } from './step-silences.ts';

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

const HEARD = ['output', 'step.started', 'step.finished', 'install.started', 'install.finished', 'note'];

/** Starts the clock; it never keeps the process alive. */
export function startSilenceClock({ settings, usual, onSilence }: ClockOptions): SilenceClock {
  const silences = trackSilences();
  let tellAt = 0;
  let timer: NodeJS.Timeout | undefined;

  function arm(): void {
    clearTimeout(timer);
    // Long waits are cut: Node fires a timer of more than 24 days at once.
    const wait = Math.min(Math.max(tellAt - silences.silentMs(), 1), 86_400_000);
    timer = setTimeout(look, wait).unref();
  }

  /** Output only ends a silence, which costs nothing; the timer finds that out when it fires. */
  function look(): void {
    const silentMs = silences.silentMs();
    const isOver = silentMs >= tellAt;
    if (isOver) tellAt *= 2;
    arm();
    const step = silences.step();
    if (isOver) onSilence({ silentMs, usualMs: usual[silences.key()], step: step?.name, kind: step?.kind });
  }

  function allow(): void {
    const before = tellAt;
    tellAt = Math.max(settings.minutes * 60_000, settings.factor * (usual[silences.key()] ?? 0), 1);
    if (tellAt !== before) arm();
  }

  allow();
  return {
    hear(event) {
      if (!HEARD.includes(event.type)) return;
      silences.end(event);
      allow();
    },
    stop() {
      clearTimeout(timer);
      silences.end();
      return silences.longest();
    },
  };
}

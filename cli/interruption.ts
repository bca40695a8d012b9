import type { EventEmitter } from 'node:events';
import { HybridError } from '../core/errors/index.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A terminal sends Ctrl-C to the whole process group and npx passes it on again: both are one key press. */
const samePressMs = 500;

export interface InterruptionOptions {
  /** The process, or what stands for it in a test. */
  readonly source: Pick<EventEmitter, 'on' | 'off'>;
  readonly say: (text: string) => void;
  /** What has not ended yet, as whole phrases. */
  readonly pending: () => readonly string[];
  /** Whether Packer is at work, which takes its time to end. */
  readonly isBuilding: () => boolean;
  /** Ends the process at once. */
  readonly exit: (code: number) => void;
  readonly now?: () => number;
}

export interface Interruption {
  /** Aborts with PH_INTERRUPTED at the first signal. */
  readonly signal: AbortSignal;
  /** Gives the signals back. */
  dispose(): void;
}

/** Turns signals into a calm end: the first asks the run to stop, a second Ctrl-C stops waiting for it. */
export function watchSignals({
  now = performance.now.bind(performance),
  ...options
}: InterruptionOptions): Interruption {
  const controller = new AbortController();
  let first: number | undefined;

  function onSignal(name: string): void {
    if (first === undefined) {
      first = now();
      options.say(firstMessage(name, options.isBuilding()));
      controller.abort(new HybridError('PH_INTERRUPTED', { signal: name }));
    } else if (name === 'SIGINT' && now() - first > samePressMs) {
      options.say(forcedMessage(options.pending()));
      options.exit(130);
    }
  }

  for (const name of signals) options.source.on(name, onSignal);
  return {
    signal: controller.signal,
    dispose: () => {
      for (const name of signals) options.source.off(name, onSignal);
    },
  };
}

function firstMessage(name: string, isBuilding: boolean): string {
  const cause = name === 'SIGINT' ? 'Ctrl-C' : name;
  const wait = isBuilding ? ': Packer is destroying its machines, which can take minutes' : '';
  return `Stopping (${cause})${wait}. Press Ctrl-C again to leave without waiting.`;
}

function forcedMessage(pending: readonly string[]): string {
  const what = pending.length > 0 ? pending : ['nothing that is known'];
  return `Left without waiting. Still pending:\n${what.map((line) => `  ${line}`).join('\n')}\nLook for machines that may have been left behind.`;
}

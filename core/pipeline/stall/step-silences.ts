import type { EventBody } from '../../schema/index.ts';
import type { Silences } from '../../state/index.ts';

/** The step that a build is in. */
export interface CurrentStep {
  readonly name: string;
  readonly kind: string;
}

/** What is heard of a build, as silences of its steps. */
export interface StepSilences {
  step(): CurrentStep | undefined;
  /** The name under which the present silence is remembered. */
  key(): string;
  silentMs(): number;
  /** Ends the present silence; the event says what follows. */
  end(event?: EventBody): void;
  longest(): Silences;
}

/** What is between two steps has a name too. */
const BETWEEN = '-';

/** Begins with the silence before anything is heard. */
export function trackSilences(): StepSilences {
  const longest = new Map<string, number>();
  let step: CurrentStep | undefined;
  let heardAt = performance.now();

  const key = () => step?.name ?? BETWEEN;
  const silentMs = () => performance.now() - heardAt;
  return {
    step: () => step,
    key,
    silentMs,
    end(event) {
      longest.set(key(), Math.max(longest.get(key()) ?? 0, Math.round(silentMs())));
      heardAt = performance.now();
      if (event?.type === 'step.started') step = { name: event.step, kind: event.kind };
      else if (event?.type === 'step.finished') step = undefined;
    },
    longest: () => Object.fromEntries(longest),
  };
}

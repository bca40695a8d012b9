import type { Secrets } from '../process/secrets.ts';
import type { EventBody, RunEvent } from '../schema/index.ts';
import { masked } from '../state/index.ts';

/** Who an event is about, and who sent it. */
export interface EventOrigin {
  readonly target?: string | undefined;
  readonly plugin?: string | undefined;
}

/** Sends events of one run: numbered, dated, secrets masked. */
export type Emit = (body: EventBody, origin?: EventOrigin) => void;

export interface EventStreamOptions {
  readonly run: string;
  readonly secrets: Secrets;
  /** Receives every event in order; must not throw. */
  readonly sinks: readonly ((event: RunEvent) => void)[];
}

/** Makes the stream of one run. */
export function createEventStream({ run, secrets, sinks }: EventStreamOptions): Emit {
  let seq = 0;
  return (body, { target, plugin } = {}) => {
    const event: RunEvent = {
      v: 1,
      run,
      seq: seq++,
      at: new Date().toISOString(),
      ...(target !== undefined && { target }),
      ...(plugin !== undefined && { plugin }),
      ...masked(body, secrets),
    };
    for (const sink of sinks) sink(event);
  };
}

import type { Style } from '../../style.ts';

/** What the lines of an event depend on besides the event. */
export interface LineContext {
  readonly style: Style;
  readonly verbose: boolean;
  /** Whether running things are shown live below the lines, so that their start needs no line. */
  readonly live: boolean;
  /** The target's name in front of the line, empty for a run of one target. */
  readonly prefix: string;
  /** What the running step of a recovery said that it would do, which need not be said twice. */
  readonly promised?: string | undefined;
}

import { parseDuration } from '../evaluate/functions/time.ts';

/** Seconds of a duration as Go writes it, such as `1h5m`; undefined when the text is none. */
export function durationSeconds(written: string): number | undefined {
  const nanoseconds = parseDuration(written);
  return nanoseconds === undefined ? undefined : Number(nanoseconds) / 1e9;
}

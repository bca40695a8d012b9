import type { AttributeReading } from './read-attribute.ts';

/** A text that is known, known to be missing, or not knowable before Packer runs. */
export type KnownText =
  | { readonly state: 'text'; readonly text: string }
  | { readonly state: 'missing'; readonly variable?: string }
  | { readonly state: 'unknown' };

/** What an attribute comes to as text, where `fallback` stands for what the environment or the configuration says. */
export function knownText(reading: AttributeReading, fallback?: string): KnownText {
  if (reading.state === 'unknown') return reading;
  if (reading.state !== 'unset') return { state: 'text', text: String(reading.value) };
  if (fallback) return { state: 'text', text: fallback };
  return reading.variable === undefined
    ? { state: 'missing' }
    : { state: 'missing', variable: reading.variable };
}

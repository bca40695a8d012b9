import type { AttributeReading } from './read-attribute.ts';

/** A value that a plugin can give to a template which does not have it. */
export interface Offer {
  readonly value: string | undefined;
  /** Names of variables that it is given to, when the template declares them and nobody sets them. */
  readonly variables: readonly string[];
  /** Whether it also takes effect where the attribute is left out: the vendor's Packer plugin reads it by itself. */
  readonly standsIn: boolean;
}

/** A text that is known, known to be missing, or not knowable before Packer runs. */
export type KnownText =
  | { readonly state: 'text'; readonly text: string /** It must not be shown. */; readonly secret: boolean }
  | { readonly state: 'missing'; readonly variable?: string }
  | { readonly state: 'unknown' };

/** What an attribute comes to as text, after the offer was made. */
export function knownText(reading: AttributeReading, offer?: Offer): KnownText {
  if (reading.state === 'unknown') return reading;
  if (reading.state !== 'unset') {
    return { state: 'text', text: String(reading.value), secret: reading.state === 'secret' };
  }
  const { variable } = reading;
  if (offer?.value && isTaken(offer, variable)) return { state: 'text', text: offer.value, secret: false };
  return variable === undefined ? { state: 'missing' } : { state: 'missing', variable };
}

function isTaken({ standsIn, variables }: Offer, variable: string | undefined): boolean {
  return variable === undefined ? standsIn : variables.includes(variable);
}

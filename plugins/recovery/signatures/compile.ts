import type { FailureFacts, FailurePlace, FailureSignature } from 'packer-hybrid';
import { causes } from './causes/all.ts';

/** One pattern with everything that its signature and its cause say. */
export interface CompiledPattern {
  readonly cause: string;
  readonly platform: string | undefined;
  readonly facts: FailureFacts;
  readonly place: FailurePlace;
  readonly match: RegExp;
  readonly unless: readonly RegExp[];
  readonly earlier: RegExp | undefined;
  readonly until: RegExp | undefined;
  readonly count: number;
  /** The number of its signature: of its patterns, the first that matches a line decides. */
  readonly signature: number;
  /** Its place among all patterns. */
  readonly order: number;
}

/** Puts signatures and facts together; a cause that nobody describes is left out, as nothing could be said about it. */
export function compileSignatures(signatures: readonly FailureSignature[]): readonly CompiledPattern[] {
  const compiled = signatures.flatMap((signature, number) => {
    const facts = signature.facts ?? causes[signature.cause];
    return facts ? compile(signature, facts, number) : [];
  });
  return compiled.map((pattern, order) => ({ ...pattern, order }));
}

function compile(
  signature: FailureSignature,
  facts: FailureFacts,
  number: number,
): readonly Omit<CompiledPattern, 'order'>[] {
  return signature.patterns.map((one) => {
    const pattern = one instanceof RegExp ? { match: one } : one;
    const { match, unless, earlier, until, count = 1, place, ...own } = pattern;
    return {
      cause: signature.cause,
      platform: signature.platform,
      facts: { ...facts, ...own },
      place: place ?? signature.place ?? 'packer',
      match,
      unless: [unless, signature.unless].filter((regex) => regex !== undefined),
      earlier,
      until: until ?? signature.until,
      count,
      signature: number,
    };
  });
}

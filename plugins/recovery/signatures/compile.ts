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
}

/** The patterns of one signature: the first that matches a line decides. */
export type CompiledSignature = readonly CompiledPattern[];

/** Puts signatures and facts together; a cause that nobody describes is left out, as nothing could be said about it. */
export function compileSignatures(signatures: readonly FailureSignature[]): readonly CompiledSignature[] {
  return signatures.flatMap((signature) => {
    const facts = signature.facts ?? causes[signature.cause];
    return facts ? [compile(signature, facts)] : [];
  });
}

function compile(signature: FailureSignature, facts: FailureFacts): CompiledSignature {
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
    };
  });
}

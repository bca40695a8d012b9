import type { CommandFacts } from './command-facts.ts';

/** A command that looks at something and changes nothing, and when it is worth it. */
export interface Look {
  /** One of these causes was found; every failure when absent. */
  readonly causes?: readonly string[];
  /** Undefined where too little is known for it. */
  command(facts: CommandFacts): string | undefined;
  readonly why: string;
}

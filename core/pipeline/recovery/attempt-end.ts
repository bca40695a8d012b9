import type { CommandResult, Diagnosis } from '../../schema/index.ts';

/** How an attempt ended, as far as its recovery wants to know. */
export interface AttemptEnd {
  readonly result: CommandResult;
  readonly diagnosis: Diagnosis | undefined;
}

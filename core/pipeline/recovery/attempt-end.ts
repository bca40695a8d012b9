import type { CommandResult, Diagnosis } from '../../schema/index.ts';

/** How an attempt to build ended, and the best explanation when it failed. */
export interface AttemptEnd {
  readonly result: CommandResult;
  readonly diagnosis: Diagnosis | undefined;
}

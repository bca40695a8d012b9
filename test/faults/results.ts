import { appendFile } from 'node:fs/promises';
import type { Fault, FaultAction, FaultOutcome } from './fault.ts';
import type { FaultReport } from './run-fault.ts';

/** One line of the results file: what the table needs to know of a fault that was dealt with as expected. */
export interface FaultResult {
  readonly name: string;
  readonly detected: string;
  readonly action: FaultAction;
  readonly outcome: FaultOutcome;
  readonly leftovers: number;
  readonly wrong: number;
}

/** Adds a result to the file that the whole suite was told to write; does nothing in a quick run. */
export async function noteResult(fault: Fault, { seen, leftovers, wrong }: FaultReport): Promise<void> {
  const file = process.env.PACKER_HYBRID_FAULTS;
  if (!file) return;
  const result: FaultResult = {
    name: fault.name,
    detected: fault.expects.refusedBy ?? seen.cause,
    action: seen.actions[0] ?? 'none',
    outcome: seen.outcome,
    leftovers: leftovers.length,
    wrong: wrong.length,
  };
  await appendFile(file, `${JSON.stringify(result)}\n`);
}

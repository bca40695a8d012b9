import { appendFile } from 'node:fs/promises';
import { causes } from '../../plugins/recovery/index.ts';
import type { Fault } from './fault.ts';
import type { FaultResult } from './fault-result.ts';
import type { FaultReport } from './run-fault.ts';

/** Adds a result to the file that the whole suite was told to write; does nothing in a quick run. */
export async function noteResult(fault: Fault, { seen, leftovers, wrong }: FaultReport): Promise<void> {
  const file = process.env.PACKER_HYBRID_FAULTS;
  if (!file) return;
  const { name, what, cause, expects } = fault;
  const result: FaultResult = {
    name,
    what,
    detected: expects.refusedBy ?? seen.cause,
    isRefused: expects.refusedBy !== undefined,
    isAllowed: (causes[cause]?.action ?? 'none') !== 'none',
    isLasting: expects.lasting === true,
    actions: seen.actions,
    outcome: seen.outcome,
    leftovers: leftovers.length,
    wrong: wrong.length,
  };
  await appendFile(file, `${JSON.stringify(result)}\n`);
}

import { describe, expect, it } from 'vitest';
import type { Fault, FaultAction } from './fault.ts';
import { findFaults } from './find-faults.ts';
import { noteResult } from './results.ts';
import { type FaultReport, runFault } from './run-fault.ts';
import { missingPacker, packersOf, unmetNeed } from './unmet-need.ts';

const isWhole = process.env.PACKER_HYBRID_FAULTS !== undefined;
const faults = (await findFaults()).filter(({ quick }) => isWhole || quick);

describe.each(faults)('fault $name', (fault) => {
  // With one Packer each, the quick ones take some minutes.
  const packers = isWhole ? packersOf(fault) : packersOf(fault).slice(-1);
  if (packers.length === 0) it('is tried', (ctx) => ctx.skip(missingPacker()));

  it.for(packers)('is dealt with under Packer $version', async (packer, ctx) => {
    const reason = await unmetNeed(fault, packer);
    if (reason !== undefined) ctx.skip(reason);

    const report = await runFault(fault, packer);

    const verdict = verdictOn(report, fault);
    expect(verdict, `${JSON.stringify(verdict)}\n${report.shown}`).toEqual(expectationOf(fault));
    await noteResult(fault, report);
  });
});

interface Verdict {
  readonly cause: string;
  readonly refusedBy: string | undefined;
  readonly actions: readonly FaultAction[];
  readonly outcome: string;
  readonly exitCode: number | null;
  readonly attempts: number;
  readonly leftovers: readonly string[];
  readonly wrong: readonly string[];
}

function verdictOn({ seen, leftovers, wrong }: FaultReport, { expects }: Fault): Verdict {
  const { cause, refusals, actions, outcome, exitCode, attempts } = seen;
  const refusedBy = refusals.find((id) => id === expects.refusedBy) ?? refusals[0];
  return { cause, refusedBy, actions, outcome, exitCode, attempts, leftovers, wrong };
}

function expectationOf({ cause, expects }: Fault): Verdict {
  const { refusedBy, action, also = [], outcome, exitCode, attempts } = expects;
  return {
    cause: refusedBy === undefined ? cause : 'unknown',
    refusedBy,
    actions: action === 'none' ? [] : [...also, action],
    outcome,
    exitCode,
    attempts,
    leftovers: [],
    wrong: [],
  };
}

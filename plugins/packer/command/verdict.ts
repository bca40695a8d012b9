import type { CommandResult, ProcessResult, Target } from 'packer-hybrid';
import type { Outcome } from '../transcript/index.ts';

/** Whether a command did what it was asked, and what to tell when it did not. */
export interface Verdict {
  readonly exitCode: CommandResult['exit_code'];
  /** Set when Packer's own words do not say it. */
  readonly message?: string;
  readonly remediation?: string;
}

const ok: Verdict = { exitCode: 0 };
const interrupted: Verdict = { exitCode: 130 };

/** How a program ended; reads no words. */
export function processVerdict(process: ProcessResult, isAborted: boolean): Verdict {
  if (isAborted || process.ended === 'cancelled') return interrupted;
  if (process.ended === 'exit') return process.exitCode === 0 ? ok : { exitCode: 1 };
  const message =
    process.ended === 'not-found'
      ? `Packer could not be started: ${process.stderrTail.trim()}`
      : 'Packer was killed before it could end itself.';
  return { exitCode: 1, message, remediation: 'Look for machines and files that it may have left behind.' };
}

export interface BuildEnd {
  readonly process: ProcessResult;
  readonly outcome: Outcome;
  readonly target: Target;
  readonly isAborted: boolean;
}

/** The exit code alone is not enough: some versions end with 0 after a build was cancelled, or after doing nothing. */
export function buildVerdict({ process, outcome, target, isAborted }: BuildEnd): Verdict {
  const verdict = processVerdict(process, isAborted);
  if (verdict.exitCode !== 0) return verdict;
  if (outcome.cancelled) return { ...interrupted, message: 'The build was cancelled from outside.' };
  const [failed] = outcome.errored;
  if (failed)
    return { exitCode: 1, message: `Packer ended with 0 although ${failed.build} failed: ${failed.reason}` };
  const hasResult = outcome.artifacts.length > 0 || outcome.finished.includes(target.packer_name);
  return hasResult ? ok : nothingBuilt(target);
}

function nothingBuilt(target: Target): Verdict {
  return {
    exitCode: 1,
    message: `Packer ended with 0 but built nothing: no build is called "${target.packer_name}" there.`,
    remediation: `Check with \`packer inspect\` what the builds of ${target.template} are called.`,
  };
}

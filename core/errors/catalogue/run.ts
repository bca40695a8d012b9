import { define, listed } from '../definition.ts';
import { ExitCode } from '../exit-code.ts';

/** A run that was stopped, refused, or cannot be resumed. */
export const runErrors = {
  PH_INTERRUPTED: define<{ signal: string }>({
    exitCode: ExitCode.interrupted,
    summary: ({ signal }) => `The run was interrupted by ${signal}.`,
    remedy: () => 'Start it again, or resume with `packer-hybrid run --from <stage> --run <id>`.',
  }),
  PH_RUN_STALLED: define<{ pending: readonly string[] }>({
    exitCode: ExitCode.failed,
    summary: ({ pending }) =>
      `The run ended before it was done: nothing is left to wait for, but ${listed(pending)} has not answered.`,
    remedy: () => 'Report it to the author of the plugin that is named; look for machines it may have left.',
  }),
  PH_INTERNAL_ERROR: define<{ reason: string }>({
    exitCode: ExitCode.failed,
    summary: ({ reason }) => `packer-hybrid failed in a way nobody foresaw: ${reason}`,
    remedy: () => 'This is a defect of packer-hybrid: run it again with --debug and report what it shows.',
  }),
  PH_GATE_REFUSED: define<{ gate: string; reasons: readonly string[] }>({
    exitCode: ExitCode.failed,
    summary: ({ gate, reasons }) => `The gate "${gate}" refused: ${reasons.join('; ')}`,
    remedy: () => 'Correct what is named, or choose another `policy.gate` on purpose.',
  }),
  PH_GATE_SECURITY: define<{ gate: string; reasons: readonly string[] }>({
    exitCode: ExitCode.security,
    summary: ({ gate, reasons }) => `The gate "${gate}" refused for security: ${reasons.join('; ')}`,
    remedy: () => 'Correct what is named; this is never retried.',
  }),
  PH_BUILD_UNCLAIMED: define<{ target: string; source: string }>({
    exitCode: ExitCode.failed,
    summary: ({ target, source }) => `No build engine takes ${target} (source type "${source}").`,
    remedy: () => 'Add the `packer` plugin, which builds every source type, to the configuration.',
  }),
  PH_TARGET_BUSY: define<{ target: string }>({
    exitCode: ExitCode.transient,
    summary: ({ target }) => `${target} is being built by another run at this moment.`,
    remedy: () => 'Wait for the other run to end (`packer-hybrid status` shows it), then start again.',
  }),
  PH_BUILD_FAILED: define<{ target: string; reason: string; remedy: string }>({
    exitCode: ExitCode.failed,
    summary: ({ target, reason }) => `${target} was not built: ${reason}`,
    remedy: ({ remedy }) => remedy,
  }),
  PH_BUILD_STALLED: define<{ target: string; step: string | null; silence: string; advice: string }>({
    exitCode: ExitCode.transient,
    summary: ({ target, step, silence }) =>
      `The build of ${target} was ended: it said nothing for ${silence}${step === null ? '' : ` in the step "${step}"`}.`,
    remedy: ({ advice }) => `${advice} When such a silence is usual, raise \`recovery.stall.minutes\`.`,
  }),
  PH_VALIDATION_FAILED: define<{ target: string; reasons: readonly string[] }>({
    exitCode: ExitCode.failed,
    summary: ({ target, reasons }) => `${target} is not published: ${reasons.join('; ')}`,
    remedy: () =>
      'Correct the image and build it again; the evidence is in the run record and in the target log.',
  }),
  PH_RESUME_MISSING: define<{ run: string; known: readonly string[] }>({
    exitCode: ExitCode.failed,
    summary: ({ run }) => `There is no record of the run "${run}" to resume.`,
    remedy: ({ known }) => `Runs on record: ${listed(known)}.`,
  }),
  PH_RESUME_STAGE: define<{ run: string; stage: string; target: string; reason: string }>({
    exitCode: ExitCode.failed,
    summary: ({ run, stage, target, reason }) =>
      `${target} of run ${run} cannot continue at "${stage}": ${reason}`,
    remedy: () => 'Resume at an earlier stage, or run it again from the start.',
  }),
  PH_PUBLISH_DRIFT: define<{ target: string; changed: readonly string[] }>({
    exitCode: ExitCode.failed,
    summary: ({ target, changed }) =>
      `${target} is not published: ${listed(changed)} changed since the image was built.`,
    remedy: () => 'Build it again, or put the inputs back to what they were.',
  }),
  PH_ARTIFACT_CHANGED: define<{ target: string; file: string; reason: string }>({
    exitCode: ExitCode.security,
    summary: ({ target, file, reason }) =>
      `The artifact ${file} of ${target} is not what was built: ${reason}`,
    remedy: () => 'Build it again; find out who touched the file.',
  }),
} as const;

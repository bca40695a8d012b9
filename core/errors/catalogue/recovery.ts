import { define, listed } from '../definition.ts';
import { ExitCode } from '../exit-code.ts';

/** A recovery that may not be done, or could not. */
export const recoveryErrors = {
  PH_RECOVERY_FORBIDDEN: define<{ attribute: string; reason: string }>({
    exitCode: ExitCode.failed,
    summary: ({ attribute, reason }) => `A recovery may not set "${attribute}": ${reason}.`,
    remedy: ({ attribute }) =>
      `Change it in the template yourself, or list the values it may take in \`recovery.approved.${attribute}\`.`,
  }),
  PH_RECOVERY_SAME_SECRET: define<{ names: readonly string[] }>({
    exitCode: ExitCode.security,
    summary: ({ names }) => `The refreshed credentials (${names.join(', ')}) are the ones that were refused.`,
    remedy: () =>
      'Renew them where they come from: the same secret is never tried twice, since that can lock an account.',
  }),
  PH_RECOVERY_CREDENTIALS: define<{ platform: string; command: string; reason: string }>({
    exitCode: ExitCode.security,
    summary: ({ platform, command, reason }) =>
      `Fresh credentials for ${platform} cannot be had from \`${command}\`: ${reason}.`,
    remedy: ({ platform }) =>
      `Run that command yourself and look at what it prints, or correct \`recovery.credentials.${platform}\`.`,
  }),
  PH_RECOVERY_NOT_OURS: define<{ path: string; reason: string }>({
    exitCode: ExitCode.failed,
    summary: ({ path, reason }) => `"${path}" is not removed: ${reason}.`,
    remedy: () => 'Look at what it is, and remove it yourself when nobody needs it.',
  }),
  PH_RECOVERY_ACTION_UNKNOWN: define<{ action: string; known: readonly string[] }>({
    exitCode: ExitCode.failed,
    summary: ({ action }) => `No plugin contributes the recovery action "${action}".`,
    remedy: ({ known }) => `Actions that are known: ${listed(known)}.`,
  }),
  PH_STAGE_UNREACHABLE: define<{ stage: string; reason: string }>({
    exitCode: ExitCode.transient,
    summary: ({ stage, reason }) => `The connection broke during "${stage}": ${reason}`,
    remedy: ({ stage }) =>
      `Look at the service, then go on with \`packer-hybrid run --from ${stage}\`: the image is not built again.`,
  }),
  PH_RECOVERY_PLUGIN_CHANGED: define<{ command: string; reason: string }>({
    exitCode: ExitCode.security,
    summary: ({ command, reason }) => `\`${command}\` brought another plugin than was published: ${reason}`,
    remedy: () =>
      'Nothing was installed. Find out who changed the file, or what stands between this machine and the publisher.',
  }),
  PH_RECOVERY_FINDINGS: define<{ reasons: readonly string[] }>({
    exitCode: ExitCode.failed,
    summary: ({ reasons }) => `The corrected template has new findings: ${reasons.join('; ')}`,
    remedy: () => 'The change was taken back; correct the template by hand.',
  }),
} as const;

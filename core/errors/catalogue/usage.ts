import { define, listed } from '../definition.ts';
import { ExitCode } from '../exit-code.ts';

const suggestion = (didYouMean: string | undefined) => (didYouMean ? `Did you mean "${didYouMean}"? ` : '');

/** The command line asked for something that is not there. */
export const usageErrors = {
  PH_USAGE_COMMAND: define<{ command: string; didYouMean?: string | undefined; known: readonly string[] }>({
    exitCode: ExitCode.failed,
    summary: ({ command }) => `There is no command "${command}".`,
    remedy: ({ didYouMean, known }) => `${suggestion(didYouMean)}Commands: ${listed(known)}.`,
  }),
  PH_USAGE_OPTION: define<{ command: string; problem: string; didYouMean?: string | undefined }>({
    exitCode: ExitCode.failed,
    summary: ({ problem }) => problem,
    remedy: ({ command, didYouMean }) =>
      `${suggestion(didYouMean)}Run \`packer-hybrid ${command ? `${command} ` : ''}--help\` for what it takes.`,
  }),
  PH_USAGE_VALUE: define<{
    what: string;
    value: string;
    didYouMean?: string | undefined;
    allowed: readonly string[];
  }>({
    exitCode: ExitCode.failed,
    summary: ({ what, value }) => `${what} cannot be "${value}".`,
    remedy: ({ didYouMean, allowed }) => `${suggestion(didYouMean)}Allowed: ${listed(allowed)}.`,
  }),
  PH_USAGE_CONFLICT: define<{ options: readonly string[]; reason: string }>({
    exitCode: ExitCode.failed,
    summary: ({ options, reason }) => `${listed(options)} do not go together: ${reason}`,
    remedy: ({ options }) => `Leave out one of ${listed(options)}.`,
  }),
  PH_USAGE_REF: define<{ ref: string; reason: string }>({
    exitCode: ExitCode.failed,
    summary: ({ ref, reason }) => `What changed since "${ref}" cannot be told: ${reason}`,
    remedy: () =>
      'Name a commit, a branch or a tag of this git repository, such as `--changed main`, or leave --changed out.',
  }),
  PH_TARGET_UNKNOWN: define<{
    option: string;
    wanted: string;
    didYouMean?: string | undefined;
    known: readonly string[];
  }>({
    exitCode: ExitCode.failed,
    summary: ({ option, wanted }) => `${option} "${wanted}" matches no target.`,
    remedy: ({ didYouMean, known }) => `${suggestion(didYouMean)}Targets here: ${listed(known)}.`,
  }),
  PH_TARGET_NONE: define<{ filters: readonly string[]; known: readonly string[] }>({
    exitCode: ExitCode.failed,
    summary: ({ filters }) => `No target is left after ${listed(filters)}.`,
    remedy: ({ known }) => `Loosen the selection. Targets here: ${listed(known)}.`,
  }),
  PH_ID_AMBIGUOUS: define<{ id: string; matches: readonly string[] }>({
    exitCode: ExitCode.failed,
    summary: ({ id, matches }) => `"${id}" could mean ${listed(matches)}.`,
    remedy: () => 'Type more of the name.',
  }),
  PH_ID_UNKNOWN: define<{ id: string; looked: string; known: readonly string[] }>({
    exitCode: ExitCode.failed,
    summary: ({ id, looked }) => `Nothing here is called "${id}": no path, run or artifact in ${looked}.`,
    remedy: ({ known }) => `Latest runs: ${listed(known)}. \`packer-hybrid status\` lists more.`,
  }),
} as const;

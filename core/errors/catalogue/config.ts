import { define, listed } from '../definition.ts';
import { ExitCode } from '../exit-code.ts';

export interface ConfigProblem {
  readonly path: string;
  readonly message: string;
  readonly value?: string | undefined;
  readonly fix: string;
}

const sentence = ({ path, message, value }: ConfigProblem) =>
  `${path || '(top level)'}: ${message}${value === undefined ? '' : ` (got ${value})`}`;

/** The configuration cannot be read, or says something that is not allowed. */
export const configErrors = {
  PH_CONFIG_INVALID: define<{ file: string; problems: readonly ConfigProblem[] }>({
    exitCode: ExitCode.failed,
    summary: ({ file, problems }) =>
      `${file} has ${problems.length} invalid value${problems.length === 1 ? '' : 's'}: ${problems.map(sentence).join('; ')}`,
    remedy: ({ problems }) => [...new Set(problems.map(({ fix }) => fix))].join(' '),
  }),
  PH_CONFIG_UNREADABLE: define<{ file: string; reason: string; frame?: string | undefined }>({
    exitCode: ExitCode.failed,
    summary: ({ file, reason, frame }) => `${file} cannot be read: ${reason}${frame ? `\n${frame}` : ''}`,
    remedy: ({ file }) => `Correct ${file}, or pass another file with --config <file>.`,
  }),
  PH_CONFIG_MISSING: define<{ file: string }>({
    exitCode: ExitCode.failed,
    summary: ({ file }) => `The configuration ${file} does not exist.`,
    remedy: () =>
      'Correct --config, or leave it out: a repository with Packer templates works without a configuration.',
  }),
  PH_CONFIG_ENVIRONMENT: define<{
    environment: string;
    known: readonly string[];
    didYouMean?: string | undefined;
  }>({
    exitCode: ExitCode.failed,
    summary: ({ environment }) => `There is no environment "${environment}" in the configuration.`,
    remedy: ({ known, didYouMean }) =>
      `${didYouMean ? `Did you mean "${didYouMean}"? ` : ''}Environments: ${listed(known)}.`,
  }),
} as const;

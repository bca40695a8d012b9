import type { OptionSpec } from './command-spec.ts';

const stageNames = ['preflight', 'analyze', 'build', 'validate', 'publish'] as const;

/** Every option of the command line once; a name means the same in each command that has it. */
export const options = {
  config: { name: 'config', short: 'c', value: 'file', summary: 'Read this configuration file.' },
  env: { name: 'env', short: 'e', value: 'name', summary: 'Use this environment of the configuration.' },
  os: {
    name: 'os',
    value: 'os',
    list: true,
    choices: ['linux', 'windows', 'other'],
    summary: 'Take only targets with these guest systems.',
  },
  targets: {
    name: 'targets',
    short: 't',
    value: 'platform',
    list: true,
    summary: 'Take only these platforms, such as qemu,vsphere.',
  },
  only: {
    name: 'only',
    value: 'name',
    list: true,
    summary: 'Take only these targets: a target id, or a pattern of Packer such as "qemu.*".',
  },
  except: { name: 'except', value: 'name', list: true, summary: 'Leave these targets out.' },
  from: { name: 'from', value: 'stage', choices: stageNames, summary: 'Continue an earlier run here.' },
  run: {
    name: 'run',
    value: 'id',
    summary: 'The run to continue: an id, the start of one, or "latest", which it is unless told.',
  },
  until: { name: 'until', value: 'stage', choices: stageNames, summary: 'Stop after this stage.' },
  dryRun: { name: 'dry-run', summary: 'Say what would be done, and change nothing.' },
  skipUnchanged: {
    name: 'skip-unchanged',
    summary: 'Leave out targets whose inputs are the same as at their last good build.',
  },
  concurrency: { name: 'concurrency', value: 'count', summary: 'Build at most this many targets at once.' },
  install: {
    name: 'install',
    value: 'mode',
    choices: ['auto', 'never'],
    summary: 'Install missing programs, or only say how.',
  },
  gate: {
    name: 'gate',
    value: 'severity',
    choices: ['critical', 'high', 'medium', 'low', 'none'],
    summary: 'Findings as grave as this stop the run before it builds.',
  },
  reporter: {
    name: 'format',
    short: 'f',
    value: 'format',
    choices: ['pretty', 'json', 'ndjson'],
    summary: 'Show progress and a summary, one JSON document, or one event per line.',
  },
  format: {
    name: 'format',
    short: 'f',
    value: 'format',
    choices: ['pretty', 'json'],
    summary: 'Answer as text or as one JSON document.',
  },
  limit: { name: 'limit', value: 'count', summary: 'Show at most this many runs; 5 unless told.' },
  hooks: { name: 'hooks', summary: 'List stage by stage which plugins take part, in their real order.' },
  verbose: { name: 'verbose', short: 'v', summary: 'Show every line that Packer writes.' },
  quiet: { name: 'quiet', short: 'q', summary: 'Show only the summary and what went wrong.' },
  debug: { name: 'debug', summary: 'Show the stack trace of an error.' },
  noColor: { name: 'no-color', summary: 'Write without colours.' },
  help: { name: 'help', short: 'h', summary: 'Show this help.' },
} as const satisfies Record<string, OptionSpec>;

/** What every command takes, whatever it does. */
export const commonOptions: readonly OptionSpec[] = [options.debug, options.noColor, options.help];

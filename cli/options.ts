import type { ArgumentSpec, OptionSpec } from './command-spec.ts';

/** How grave something can be, the gravest first. */
const grades = ['critical', 'high', 'medium', 'low'] as const;
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
    choices: [...grades, 'none'],
    summary: 'Findings as grave as this stop the run before it builds.',
  },
  apply: {
    name: 'apply',
    summary: 'Write what recoveries correct in templates as patches for your files.',
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
  findings: {
    name: 'format',
    short: 'f',
    value: 'format',
    choices: ['pretty', 'json', 'sarif', 'junit', 'github', 'ndjson'],
    summary:
      'Report for people, programs, code scanning, test reports, pull requests, or one finding per line.',
  },
  changes: {
    name: 'format',
    short: 'f',
    value: 'format',
    choices: ['pretty', 'ndjson'],
    summary: 'Show changes as text, or as one JSON document per change.',
  },
  template: {
    name: 'template',
    value: 'path',
    summary: 'Look up what a remedy is about in this template directory or file.',
  },
  changed: {
    name: 'changed',
    value: 'git ref',
    summary: 'Take only templates that a file touches which changed since this commit, scripts included.',
  },
  failOn: {
    name: 'fail-on',
    value: 'severity',
    choices: [...grades, 'none'],
    summary: 'End with exit code 1 when a finding is as grave as this; high unless told.',
  },
  maxFindings: {
    name: 'max-findings',
    value: 'count',
    summary: 'Show at most this many findings, the gravest; all of them count for the exit code.',
  },
  preset: {
    name: 'preset',
    value: 'name',
    choices: ['recommended', 'strict', 'security'],
    summary: 'Use this set of rules instead of the configured one.',
  },
  rule: {
    name: 'rule',
    value: 'id=level',
    list: true,
    summary: 'Set a rule to off, on or a severity, such as build/debug-leftover=off.',
  },
  fix: { name: 'fix', summary: 'Make the corrections that keep the meaning; with --dry-run only show them.' },
  fixSuggested: {
    name: 'fix-suggested',
    summary: 'Make also the corrections that may change the meaning; look at the result.',
  },
  baseline: {
    name: 'baseline',
    value: 'file.json',
    optional: true,
    summary: 'Leave out findings that this file knows; the file of the workspace unless told.',
  },
  updateBaseline: {
    name: 'update-baseline',
    summary: 'Write all findings of now into the baseline, so that only new ones are told.',
  },
  timing: { name: 'timing', summary: 'Say on standard error how long each rule took.' },
  noPacker: {
    name: 'no-packer',
    summary: 'Do not ask Packer itself; `analyze` never does.',
  },
  watchRun: {
    name: 'run',
    value: 'until=stage',
    choices: stageNames.map((stage) => `until=${stage}` as const),
    summary:
      'After each change that left nothing grave, also run the templates that it touched until a stage.',
  },
  falsePositive: { name: 'false-positive', summary: 'The finding is wrong: believe its rule less.' },
  confirmed: { name: 'confirmed', summary: 'The finding is right: believe its rule more.' },
  reason: { name: 'reason', value: 'text', summary: 'Why, for whoever reads it later.' },
  limit: { name: 'limit', value: 'count', summary: 'Show at most this many runs; 5 unless told.' },
  since: {
    name: 'since',
    value: 'time',
    summary:
      'Take only what happened since then: 30d, 12h, 4w, or a date; everything that is kept unless told.',
  },
  target: {
    name: 'target',
    value: 'name',
    summary: 'Take only this target: its id, or a pattern such as "qemu.*".',
  },
  hooks: { name: 'hooks', summary: 'List stage by stage which plugins take part, in their real order.' },
  verbose: { name: 'verbose', short: 'v', summary: 'Show every line that Packer writes.' },
  quiet: { name: 'quiet', short: 'q', summary: 'Show only the summary and what went wrong.' },
  debug: { name: 'debug', summary: 'Show the stack trace of an error.' },
  noColor: { name: 'no-color', summary: 'Write without colours.' },
  help: { name: 'help', short: 'h', summary: 'Show this help.' },
} as const satisfies Record<string, OptionSpec>;

/** What every command takes, whatever it does. */
export const commonOptions: readonly OptionSpec[] = [options.debug, options.noColor, options.help];

/** Which of all targets a command is about. */
export const selection: readonly OptionSpec[] = [
  options.config,
  options.env,
  options.os,
  options.targets,
  options.only,
  options.except,
];

export const templatesArgument: ArgumentSpec = {
  name: 'templates',
  summary: 'Template directories, files or globs; those of the configuration unless told.',
  variadic: true,
};

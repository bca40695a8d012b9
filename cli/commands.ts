import { analysisCommands } from './analysis-commands.ts';
import type { CommandSpec } from './command-spec.ts';
import { commonOptions, options, selection, templatesArgument } from './options.ts';

const shown = [options.reporter, options.verbose, options.quiet, ...commonOptions];
const building = [
  options.dryRun,
  options.skipUnchanged,
  options.concurrency,
  options.install,
  options.gate,
  options.apply,
];

/** Every command as data: names, help and options can be read without loading what they do. */
export const commands: readonly CommandSpec[] = [
  {
    name: 'run',
    summary: 'Take templates through preflight, analyze, build, validate and publish.',
    usage: 'run [templates…] [options]',
    arguments: [templatesArgument],
    options: [...selection, options.from, options.run, options.until, ...building, ...shown],
    examples: [
      { command: 'run', what: 'everything that the configuration names' },
      { command: 'run images/debian --until build', what: 'build one template, publish nothing' },
      { command: 'run --only "qemu.*" --dry-run', what: 'say what would happen to the QEMU targets' },
      { command: 'run --from validate --run latest', what: 'continue where the last run stopped' },
      { command: 'run --format json > run.json', what: 'keep the record of the run' },
    ],
    load: () => import('./commands/run.ts'),
  },
  {
    name: 'build',
    summary: 'Build images and stop before they are validated: `run --until build`.',
    usage: 'build [templates…] [options]',
    arguments: [templatesArgument],
    options: [...selection, ...building, ...shown],
    examples: [
      { command: 'build', what: 'build every target' },
      { command: 'build --targets qemu --skip-unchanged', what: 'build the QEMU targets that changed' },
    ],
    load: () => import('./commands/build.ts'),
  },
  {
    name: 'publish',
    summary: 'Publish what an earlier run has built and validated: `run --from publish`.',
    usage: 'publish [options]',
    arguments: [],
    options: [...selection, options.run, options.dryRun, ...shown],
    examples: [
      { command: 'publish', what: 'publish the images of the last run' },
      { command: 'publish --run 20261124-2333 --only "qemu.*"', what: 'publish one image of a certain run' },
    ],
    load: () => import('./commands/publish.ts'),
  },
  ...analysisCommands,
  {
    name: 'diagnose',
    summary: 'Say why a build failed, going by its log.',
    usage: 'diagnose [log] [options]',
    arguments: [
      {
        name: 'log',
        summary:
          'A log of Packer or of a CI job, also packed with gzip; standard input for "-" or without it.',
      },
    ],
    options: [options.template, options.config, options.env, options.format, ...commonOptions],
    examples: [
      { command: 'diagnose build.log', what: 'the cause, the lines that say so, and what to do' },
      { command: 'diagnose build.log.gz --template images/debian', what: 'and what to change' },
      { command: 'diagnose - --format json', what: 'what another program pipes in, as data' },
    ],
    load: () => import('./commands/diagnose.ts'),
  },
  {
    name: 'recovery',
    summary: 'Show how often builds failed, what recovered them, and what comes again.',
    usage: 'recovery report [options]',
    arguments: [{ name: 'action', summary: 'What to do: report.', required: true, choices: ['report'] }],
    options: [
      ...[options.since, options.target, options.config, options.env, options.format],
      ...commonOptions,
    ],
    examples: [
      { command: 'recovery report', what: 'everything that is remembered' },
      { command: 'recovery report --since 30d --target "qemu.*"', what: 'a month of some targets' },
      { command: 'recovery report --format json', what: 'the same for a program' },
    ],
    load: () => import('./commands/recovery.ts'),
  },
  {
    name: 'status',
    summary: 'Show the latest runs, each target with its artifact, and what changed since.',
    usage: 'status [options]',
    arguments: [],
    options: [options.config, options.env, options.limit, options.format, ...commonOptions],
    examples: [
      { command: 'status', what: 'how things stand' },
      { command: 'status --format json', what: 'the same for a program' },
    ],
    load: () => import('./commands/status.ts'),
  },
  {
    name: 'reap',
    summary: 'Remove what killed runs left behind, and nothing else.',
    usage: 'reap [options]',
    arguments: [],
    options: [options.config, options.env, options.dryRun, options.format, ...commonOptions],
    examples: [
      { command: 'reap --dry-run', what: 'what there is, and whose it is' },
      { command: 'reap', what: 'remove what is provably of a run that is over' },
    ],
    load: () => import('./commands/reap.ts'),
  },
  {
    name: 'inspect',
    summary: 'Look into a template, a run or an artifact.',
    usage: 'inspect <template|run|artifact> [options]',
    arguments: [
      {
        name: 'template|run|artifact',
        summary:
          'An existing path is a template; else a run id, the start of one, "latest", a target id or slug.',
        required: true,
      },
    ],
    options: [options.config, options.env, options.format, ...commonOptions],
    examples: [
      { command: 'inspect images/debian', what: 'targets, variables and errors of a template' },
      { command: 'inspect latest', what: 'what became of the last run' },
      { command: 'inspect default/-/qemu.debian', what: 'the last good build of a target' },
    ],
    load: () => import('./commands/inspect.ts'),
  },
  {
    name: 'config',
    summary: 'Show each value of the configuration with its origin.',
    usage: 'config print [options]',
    arguments: [{ name: 'action', summary: 'What to do: print.', required: true, choices: ['print'] }],
    options: [options.config, options.env, options.hooks, options.format, ...commonOptions],
    examples: [
      { command: 'config print', what: 'values and where they come from, secrets masked' },
      { command: 'config print --hooks', what: 'which plugin acts in which stage' },
    ],
    load: () => import('./commands/config.ts'),
  },
  {
    name: 'explain',
    summary: 'Say what an error code or a rule means and what to do about it.',
    usage: 'explain [code|rule] [options]',
    arguments: [
      {
        name: 'code|rule',
        summary:
          'A code such as PH_CONFIG_INVALID, or a rule such as build/debug-leftover; all codes unless told.',
      },
    ],
    options: [options.config, options.env, options.format, ...commonOptions],
    examples: [
      { command: 'explain PH_PUBLISH_DRIFT', what: 'one error' },
      { command: 'explain syntax/parse-error', what: 'one rule, with examples' },
      { command: 'explain', what: 'every code there is' },
    ],
    load: () => import('./commands/explain.ts'),
  },
  {
    name: 'help',
    summary: 'Show the help of a command.',
    usage: 'help [command]',
    arguments: [{ name: 'command', summary: 'A command; all commands unless told.' }],
    options: [options.format, ...commonOptions],
    examples: [{ command: 'help run', what: 'options and examples of `run`' }],
    load: () => import('./commands/help.ts'),
  },
];

/** The table entry of a command, if there is one. */
export function commandNamed(name: string): CommandSpec | undefined {
  return commands.find((command) => command.name === name);
}

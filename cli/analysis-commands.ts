import type { CommandSpec } from './command-spec.ts';
import { commonOptions, options, selection, templatesArgument } from './options.ts';

const paths = {
  name: 'paths',
  summary: 'Folders with all templates below them, files or globs; those of the configuration unless told.',
  variadic: true,
} as const;
const ruling = [options.preset, options.rule, options.baseline, options.updateBaseline];
const reporting = [options.findings, options.failOn, options.maxFindings];

/** The commands about what stands in templates, as data. */
export const analysisCommands: readonly CommandSpec[] = [
  {
    name: 'analyze',
    summary: 'Find what in templates will not do what its author believes.',
    usage: 'analyze [paths…] [options]',
    arguments: [paths],
    options: [
      ...[options.config, options.env, options.changed, ...reporting, ...ruling],
      ...[options.fix, options.fixSuggested, options.dryRun, options.timing, options.noPacker],
      ...commonOptions,
    ],
    examples: [
      { command: 'analyze', what: 'every template of the workspace' },
      { command: 'analyze images --preset strict', what: 'with every rule that there is' },
      { command: 'analyze --fail-on medium', what: 'fail for less' },
      { command: 'analyze --changed main -f github', what: 'what a pull request touches, as annotations' },
      { command: 'analyze --fix --dry-run', what: 'show what would be corrected' },
      { command: 'analyze --update-baseline', what: 'from now on tell only what is new' },
      { command: 'analyze --rule build/debug-leftover=off', what: 'without one rule' },
      { command: 'analyze --format sarif > packer.sarif', what: 'for code scanning' },
    ],
    load: () => import('./commands/analyze.ts'),
  },
  {
    name: 'validate',
    summary: 'Analyze, and ask Packer itself: `packer fmt -check` and `packer validate`.',
    usage: 'validate [templates…] [options]',
    arguments: [templatesArgument],
    options: [
      ...[...selection, ...reporting, options.preset, options.rule, options.baseline, options.noPacker],
      ...[options.install, ...commonOptions],
    ],
    examples: [
      { command: 'validate', what: 'every target, by our rules and by Packer' },
      { command: 'validate --targets qemu --os linux', what: 'some of them' },
      { command: 'validate --format junit > packer.xml', what: 'as a test report' },
    ],
    load: () => import('./commands/validate.ts'),
  },
  {
    name: 'watch',
    summary: 'Analyze what each save touches; say what is new and what is gone.',
    usage: 'watch [paths…] [options]',
    arguments: [paths],
    options: [
      options.config,
      options.env,
      options.preset,
      options.rule,
      options.baseline,
      options.watchRun,
      options.changes,
      ...commonOptions,
    ],
    examples: [
      { command: 'watch', what: 'every template of the workspace' },
      { command: 'watch images --run until=validate', what: 'build what was touched, too' },
    ],
    load: () => import('./commands/watch.ts'),
  },
  {
    name: 'rules',
    summary: 'List the rules with their levels.',
    usage: 'rules list [options]',
    arguments: [{ name: 'action', summary: 'What to do: list.', required: true, choices: ['list'] }],
    options: [options.config, options.env, options.preset, options.rule, options.format, ...commonOptions],
    examples: [
      { command: 'rules list', what: 'every rule, and what it reports as' },
      { command: 'rules list --preset strict --format json', what: 'the same for a program' },
    ],
    load: () => import('./commands/rules.ts'),
  },
  {
    name: 'feedback',
    summary: 'Say whether a finding was right, so that its rule is believed more or less.',
    usage: 'feedback <finding> --false-positive|--confirmed [options]',
    arguments: [
      {
        name: 'finding',
        summary: 'The id that `analyze` shows with it, or rule@file:line.',
        required: true,
      },
    ],
    options: [
      ...[options.config, options.env, options.falsePositive, options.confirmed, options.reason],
      ...[options.format, ...commonOptions],
    ],
    examples: [
      { command: 'feedback 3f9a1c2b --confirmed', what: 'the finding is right' },
      { command: 'feedback build/x@a.pkr.hcl:12 --false-positive', what: 'the finding at a place is wrong' },
    ],
    load: () => import('./commands/feedback.ts'),
  },
  {
    name: 'knowledge',
    summary: 'Share what feedback and recoveries have taught, as a file with a checksum.',
    usage: 'knowledge export|import|verify <file> [options]',
    arguments: [
      {
        name: 'action',
        summary: 'What to do: export, import, verify.',
        required: true,
        choices: ['export', 'import', 'verify'],
      },
      { name: 'file', summary: 'The file to write or read.', required: true },
    ],
    options: [options.config, options.env, options.format, ...commonOptions],
    examples: [
      { command: 'knowledge export team.json', what: 'write what this workspace has learned' },
      { command: 'knowledge verify team.json', what: 'whether a file is whole and can be read' },
      { command: 'knowledge import team.json', what: 'learn from it' },
    ],
    load: () => import('./commands/knowledge.ts'),
  },
];

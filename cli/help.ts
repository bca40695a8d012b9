import type { CommandSpec, OptionSpec } from './command-spec.ts';
import { commands } from './commands.ts';

type Row = readonly [left: string, right: string];

function table(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`.trimEnd()).join('\n');
}

function optionRow({ name, short, value, list, choices, summary }: OptionSpec): Row {
  const flag = `${short ? `-${short}, ` : '    '}--${name}`;
  const placeholder = value ? ` <${value}${list ? ',…' : ''}>` : '';
  return [flag + placeholder, choices ? `${summary} (${choices.join(', ')})` : summary];
}

/** What `packer-hybrid --help` says. */
export function generalHelp(): string {
  return `Golden images from one Packer code base: checked, built, proven and published.

Usage: packer-hybrid <command> [options]

Commands:
${table(commands.map(({ name, summary }) => [name, summary]))}

Options:
${table([
  ['-h, --help', 'Show this help, or that of a command.'],
  ['-V, --version', 'Show the version.'],
])}

Start with \`packer-hybrid run\` in a folder with Packer templates; no configuration is needed.
\`packer-hybrid help <command>\` shows options and examples.`;
}

/** What `packer-hybrid <command> --help` says. */
export function commandHelp(command: CommandSpec): string {
  const parts = [command.summary, `Usage: packer-hybrid ${command.usage}`];
  if (command.arguments.length > 0) {
    parts.push(`Arguments:\n${table(command.arguments.map(({ name, summary }) => [name, summary]))}`);
  }
  parts.push(`Options:\n${table(command.options.map(optionRow))}`);
  const examples = command.examples.map(({ command: line, what }): Row => [`packer-hybrid ${line}`, what]);
  parts.push(`Examples:\n${table(examples)}`);
  return parts.join('\n\n');
}

/** The same as data, for `--format json`. */
export function helpDocument(shown: readonly CommandSpec[]) {
  return { version: 1, commands: shown.map(({ load: _, ...data }) => data) };
}

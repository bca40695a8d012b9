import type { CommandSpec, OptionSpec } from './command-spec.ts';
import { commands } from './commands.ts';

type Row = readonly [left: string, right: string];

/** Two columns; what does not fit into the second one goes on below itself. */
function table(rows: readonly Row[], width: number): string {
  const indent = Math.max(...rows.map(([left]) => left.length)) + 4;
  const room = Math.max(16, width - indent);
  return rows
    .map(([left, right]) => {
      const [first = '', ...more] = wrapped(right, room);
      const rest = more.map((line) => ' '.repeat(indent) + line);
      return [`  ${left.padEnd(indent - 2)}${first}`.trimEnd(), ...rest].join('\n');
    })
    .join('\n');
}

function wrapped(text: string, room: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length === 0 || longer.length > room) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

function optionRow({ name, short, value, list, optional, choices, summary }: OptionSpec): Row {
  const flag = `${short ? `-${short}, ` : '    '}--${name}`;
  const inside = `${value}${list ? ',…' : ''}`;
  const placeholder = value ? (optional ? ` [${inside}]` : ` <${inside}>`) : '';
  return [flag + placeholder, choices ? `${summary} (${choices.join(', ')})` : summary];
}

/** What `packer-hybrid --help` says. */
export function generalHelp(width: number): string {
  return `Golden images from one Packer code base: checked, built, proven and published.

Usage: packer-hybrid <command> [options]

Commands:
${table(
  commands.map(({ name, summary }) => [name, summary]),
  width,
)}

Options:
${table(
  [
    ['-h, --help', 'Show this help, or that of a command.'],
    ['-V, --version', 'Show the version.'],
  ],
  width,
)}

Start with \`packer-hybrid run\` in a folder with Packer templates:
it needs no configuration.
\`packer-hybrid help <command>\` shows options and examples.`;
}

/** What `packer-hybrid <command> --help` says. */
export function commandHelp(command: CommandSpec, width: number): string {
  const parts = [command.summary, `Usage: packer-hybrid ${command.usage}`];
  if (command.arguments.length > 0) {
    parts.push(
      `Arguments:\n${table(
        command.arguments.map(({ name, summary }) => [name, summary]),
        width,
      )}`,
    );
  }
  parts.push(`Options:\n${table(command.options.map(optionRow), width)}`);
  const examples = command.examples.map(({ command: line, what }): Row => [`packer-hybrid ${line}`, what]);
  parts.push(`Examples:\n${table(examples, width)}`);
  return parts.join('\n\n');
}

/** The same as data, for `--format json`. */
export function helpDocument(shown: readonly CommandSpec[]) {
  return { version: 1, commands: shown.map(({ load: _, ...data }) => data) };
}

import { closestTo, HybridError } from '../core/errors/index.ts';
import { hasOption, lastValue, type Token } from './command-line.ts';
import type { CommandSpec } from './command-spec.ts';
import { commands } from './commands.ts';
import { reportError } from './error-report.ts';
import type { Host } from './invocation.ts';
import { parseOptions } from './parse-options.ts';

export interface CommandLine {
  readonly argv: readonly string[];
  readonly name: string | undefined;
  readonly spec: CommandSpec | undefined;
  readonly rest: readonly string[];
  readonly tokens: readonly Token[];
}

/** Runs a command; whatever it throws becomes a message, a document where one was asked for, and the exit code. */
export async function dispatch(line: CommandLine, host: Host): Promise<number> {
  try {
    const spec = line.spec ?? unknownCommand(line);
    const { args, options } = parseOptions(spec, line.rest);
    const { command } = await spec.load();
    return await command({ ...host, typed: typedLine(line.argv), args, options });
  } catch (cause) {
    return reportError(cause, host, {
      format: lastValue(line.tokens, 'format'),
      debug: hasOption(line.tokens, 'debug'),
      noColor: hasOption(line.tokens, 'no-color'),
    });
  }
}

function unknownCommand({ name, rest }: CommandLine): never {
  const known = commands.map((command) => command.name);
  if (name === undefined) {
    const problem = `packer-hybrid does not know what to do with ${rest.join(' ')}: there is no command.`;
    throw new HybridError('PH_USAGE_OPTION', { command: '', problem });
  }
  throw new HybridError('PH_USAGE_COMMAND', {
    command: name,
    known,
    didYouMean: closestTo(name, known),
  });
}

/** The command line as it can be pasted into a shell. */
function typedLine(argv: readonly string[]): string {
  const quoted = argv.map((word) =>
    /^[\w@%+=:,./*-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`,
  );
  return ['packer-hybrid', ...quoted].join(' ');
}

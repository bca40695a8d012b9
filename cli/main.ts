import { hasOption, joinOptionalValues, lastValue, splitCommand, tokensOf } from './command-line.ts';
import type { CommandSpec } from './command-spec.ts';
import { commandNamed, commands } from './commands.ts';
import { commandHelp, generalHelp, helpDocument } from './help.ts';
import type { Host } from './invocation.ts';
import { screenWidth } from './output.ts';
import { packageVersion } from './version.ts';

const everyOption = commands.flatMap(({ options }) => options);

/** Answers one command line; help and version are answered from data alone, everything else is loaded when it is needed. */
export async function main(words: readonly string[], host: Host): Promise<number> {
  const argv = joinOptionalValues(words, everyOption);
  const { name, rest } = splitCommand(argv, everyOption);
  const tokens = tokensOf(rest, everyOption);
  const spec = name === undefined ? undefined : commandNamed(name);
  if (name === undefined && answered(rest, host)) return 0;
  if (spec && hasOption(tokens, 'help')) {
    host.output.out(helpOf(spec, lastValue(tokens, 'format'), screenWidth(host.output)));
    return 0;
  }
  const { dispatch } = await import('./dispatch.ts');
  return dispatch({ argv, name, spec, rest, tokens }, host);
}

function helpOf(spec: CommandSpec, format: string | undefined, width: number): string {
  return format === 'json' ? JSON.stringify(helpDocument([spec]), null, 2) : commandHelp(spec, width);
}

/** Whether the command line without a command was a question that needs no loading. */
function answered(argv: readonly string[], { output }: Host): boolean {
  const isVersion = argv.length > 0 && argv.every((word) => word === '--version' || word === '-V');
  const isHelp = argv.every((word) => word === '--help' || word === '-h');
  if (isVersion) output.out(packageVersion());
  else if (isHelp) output.out(generalHelp(screenWidth(output)));
  return isVersion || isHelp;
}

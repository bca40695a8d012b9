import { closestTo, HybridError } from '../../core/errors/index.ts';
import { commandNamed, commands } from '../commands.ts';
import { commandHelp, generalHelp, helpDocument } from '../help.ts';
import type { Command } from '../invocation.ts';
import { screenWidth } from '../output.ts';
import { isJson, printJson } from '../print-json.ts';

/** `help`: the same texts as `--help`. */
export const command: Command = async ({ args, options, output }) => {
  const spec = args[0] === undefined ? undefined : specOf(args[0]);
  const width = screenWidth(output);
  if (isJson(options)) printJson(output, helpDocument(spec ? [spec] : commands));
  else output.out(spec ? commandHelp(spec, width) : generalHelp(width));
  return 0;
};

function specOf(name: string) {
  const spec = commandNamed(name);
  if (spec) return spec;
  const known = commands.map((entry) => entry.name);
  throw new HybridError('PH_USAGE_COMMAND', {
    command: name,
    known,
    didYouMean: closestTo(name, known),
  });
}

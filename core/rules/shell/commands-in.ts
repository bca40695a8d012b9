import type { Script } from '../views.ts';
import type { Command } from './command.ts';
import { dialectOf } from './dialects.ts';
import { finishCommands } from './finish.ts';
import { scriptText } from './script-text.ts';

const read = new WeakMap<Script, readonly Command[]>();

/**
 * The commands of a script in the order of its text, those inside others behind them; comments and heredocs are no
 * commands. Any text gives an answer, however broken, in time that grows with its length alone; scripts in other
 * languages have no commands.
 */
export function commandsIn(script: Script): readonly Command[] {
  const known = read.get(script);
  if (known) return known;
  const commands = readCommands(script);
  read.set(script, commands);
  return commands;
}

function readCommands({ shell, lines }: Script): readonly Command[] {
  const source = scriptText(lines);
  if (!source || shell === 'other') return [];
  const dialect = dialectOf(shell);
  const { text, range } = source;
  return finishCommands(dialect.parse(text), { dialect, text, range, nested: undefined, depth: 0 });
}

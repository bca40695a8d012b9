import type { Script } from '../views.ts';
import type { Command } from './command.ts';
import { dialectOf } from './dialects.ts';
import { finishCommands } from './finish.ts';
import { scriptText } from './script-text.ts';

const read = new WeakMap<Script['lines'], Map<string, readonly Command[]>>();

/**
 * The commands of a script in the order of its text, those inside others behind them; comments and heredocs are no
 * commands. Any text gives an answer, however broken, in time that grows with its length alone; scripts in other
 * languages have no commands. The same lines are read once, whoever asks.
 */
export function commandsIn(script: Script): readonly Command[] {
  const { lines, shell } = script;
  const byShell = read.get(lines) ?? new Map<string, readonly Command[]>();
  read.set(lines, byShell);
  const commands = byShell.get(shell) ?? readCommands(script);
  byShell.set(shell, commands);
  return commands;
}

function readCommands({ shell, lines }: Script): readonly Command[] {
  const source = scriptText(lines);
  if (!source || shell === 'other') return [];
  const dialect = dialectOf(shell);
  const { text, range } = source;
  return finishCommands(dialect.parse(text), { dialect, text, range, nested: undefined, depth: 0 });
}

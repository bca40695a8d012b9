import type { Joint } from './command.ts';
import type { RawCommand, RawWord } from './raw-command.ts';

/** Collects commands while a shell's text is read from left to right. */
export interface CommandList {
  readonly commands: RawCommand[];
  current: RawCommand;
}

/** An empty list whose first command follows nothing. */
export function commandList(): CommandList {
  return { commands: [], current: emptyCommand('start', undefined) };
}

/** Ends the current command; an operator without a command before it changes nothing, as after a line's last `|`. */
export function endCommand(list: CommandList, joint: Joint): void {
  const { current, commands } = list;
  const isEmpty = current.words.length === 0 && current.redirections.length === 0;
  if (!isEmpty) commands.push(current);
  // `done | sh` reads what the loop's last command wrote.
  if (isEmpty && (joint === ';' || commands.length === 0)) return;
  list.current = emptyCommand(joint, joint === '|' ? commands.at(-1) : undefined);
}

/** Adds a word that was read; `2` in `2>file` is taken back by `takeNumber`. */
export function addWord(list: CommandList, word: RawWord): void {
  list.current.words.push(word);
}

/** Forgets the words read so far: they were the head of a loop or a function, not a command. */
export function dropWords(list: CommandList): void {
  list.current.words.length = 0;
}

/** Removes the number that stands directly before a redirection. */
export function takeNumber(list: CommandList, at: number): void {
  const last = list.current.words.at(-1);
  if (last && last.end === at && /^(\d+|\*)$/.test(last.raw)) list.current.words.pop();
}

function emptyCommand(joint: Joint, pipedFrom: RawCommand | undefined): RawCommand {
  return { words: [], redirections: [], heredoc: undefined, joint, pipedFrom };
}

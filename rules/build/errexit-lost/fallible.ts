import { type Command, commandsIn, type Script } from 'packer-hybrid/rules';
import { hasErrexit } from './interpreter.ts';

/** Commands that do not fail in any way that matters. */
const harmless: ReadonlySet<string> = new Set([
  '',
  ':',
  '[',
  '[[',
  'break',
  'command',
  'continue',
  'echo',
  'exit',
  'export',
  'false',
  'printf',
  'return',
  'set',
  'shopt',
  'sleep',
  'test',
  'true',
  'type',
  'umask',
  'unset',
  'which',
]);

/** Whether the script itself asks to stop at the first error. */
export function setsErrexit(script: Script): boolean {
  return commandsIn(script).some(({ name, words }) => name === 'set' && hasErrexit(words.slice(1).join(' ')));
}

/** The first command whose failure nobody sees, because another statement follows. */
export function unseenFailure(script: Script): Command | undefined {
  const statements: Command[][] = [];
  for (const command of commandsIn(script)) {
    if (command.nested) continue;
    const isNew = command.joint === 'start' || command.joint === ';' || command.joint === '&';
    if (isNew) statements.push([command]);
    else statements.at(-1)?.push(command);
  }
  return statements
    .slice(0, -1)
    .filter((statement) => !statement.some(({ joint }) => joint === '||'))
    .map(([first]) => first)
    .find((first) => first && !harmless.has(first.name));
}

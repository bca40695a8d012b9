import type { Script } from '../../views.ts';
import type { Command } from '../command.ts';
import { commandsIn } from '../commands-in.ts';

const nowhere = { line: 1, column: 1, offset: 0 };
const body = { attributes: [], blocks: [], range: { file: 't', start: nowhere, end: nowhere } };

/** A script file with that text. */
export function writtenScript(text: string, shell: Script['shell'] = 'sh'): Script {
  let offset = 0;
  const lines = text.split('\n').map((line, index) => {
    const start = { line: index + 1, column: 1, offset };
    offset += line.length + 1;
    const end = { line: index + 1, column: line.length + 1, offset: start.offset + line.length };
    return { text: line, range: { file: 'x.sh', start, end } };
  });
  const component = { type: 'shell', name: undefined, only: [], except: [], body, range: body.range };
  const build = { name: undefined, sources: [], provisioners: [], postProcessors: [], range: body.range };
  const owner = { component, build, sources: [], index: 0 };
  return { origin: 'file', shell, lines, shebang: undefined, attribute: 'script', owner };
}

/** The commands of a text. */
export function commandsOf(text: string, shell: Script['shell'] = 'sh'): readonly Command[] {
  return commandsIn(writtenScript(text, shell));
}

/** The words of each command. */
export function wordsOf(text: string, shell: Script['shell'] = 'sh'): readonly (readonly string[])[] {
  return commandsOf(text, shell).map(({ words }) => words);
}

import { addWord, type CommandList, dropWords } from '../command-list.ts';
import type { RawWord } from '../raw-command.ts';

/** Words that stand before a command without being part of it. */
const before = new Set(['if', 'then', 'else', 'elif', 'while', 'until', 'do', '{', '!', 'time', 'coproc']);
/** Words that end a construct. */
const after = new Set(['fi', 'done', 'esac', '}']);

/** Adds a word unless it is only grammar; says when the choices of a `case` begin or end. */
export function takeWord(list: CommandList, word: RawWord): 'case' | 'esac' | undefined {
  const { words } = list.current;
  if (words.length === 0 && (before.has(word.raw) || after.has(word.raw))) {
    return word.raw === 'esac' ? 'esac' : undefined;
  }
  addWord(list, word);
  const [first] = words;
  if (first?.raw === 'function' && word.raw === '{') dropWords(list);
  if (first?.raw !== 'case' || words.length !== 3 || word.raw !== 'in') return undefined;
  dropWords(list);
  return 'case';
}

import type { RawWord } from './raw-command.ts';

/** A script that is an argument of another command. */
export interface NestedScript {
  readonly shell: 'sh' | 'powershell' | 'cmd';
  readonly text: string;
  /** Where it stands; undefined where quotes and escapes lie between. */
  readonly start: number | undefined;
  /** The first word that holds it. */
  readonly word: RawWord;
}

/** `bash -c '…'`, `su -c '…'`, `eval '…'`, `powershell -Command …` and `cmd /c …`. */
export function nestedScript(program: string, words: readonly RawWord[]): NestedScript | undefined {
  const name = program.toLowerCase().replace(/\.exe$/, '');
  if (/^(ba|z|da|k|a)?sh$/.test(name)) return single(words, optionAt(words, /^-[a-z]*c$/i));
  if (name === 'su' || name === 'runuser') return single(words, optionAt(words, /^(-c|--command)$/));
  if (name === 'eval' && words.length === 2) return single(words, 0);
  if (name === 'powershell' || name === 'pwsh') return rest(words, /^-c(ommand)?$/i, 'powershell');
  if (name === 'cmd') return rest(words, /^\/[ck]$/i, 'cmd');
  return undefined;
}

function optionAt(words: readonly RawWord[], option: RegExp): number {
  return words.findIndex(({ value }, index) => index > 0 && option.test(value));
}

function single(words: readonly RawWord[], option: number): NestedScript | undefined {
  const word = option < 0 ? undefined : words[option + 1];
  return word && scriptOf(word, 'sh');
}

/** What follows the option belongs to the script, quoted or not. */
function rest(
  words: readonly RawWord[],
  option: RegExp,
  shell: 'powershell' | 'cmd',
): NestedScript | undefined {
  const at = optionAt(words, option);
  const [word, ...more] = at < 0 ? [] : words.slice(at + 1);
  if (!word) return undefined;
  if (more.length === 0) return scriptOf(word, shell);
  const all = [word, ...more];
  return {
    shell,
    text: all.map(({ raw }) => raw).join(' '),
    start: evenlySpaced(all) ? word.start : undefined,
    word,
  };
}

function evenlySpaced(words: readonly RawWord[]): boolean {
  return words.every(({ start }, index) => index === 0 || start === (words[index - 1]?.end ?? 0) + 1);
}

function scriptOf(word: RawWord, shell: NestedScript['shell']): NestedScript {
  const inside = word.raw.indexOf(word.value);
  return { shell, text: word.value, start: inside < 0 ? undefined : word.start + inside, word };
}

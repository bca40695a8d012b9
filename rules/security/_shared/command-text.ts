import type { Command, Script } from 'packer-hybrid/rules';

/** What a command does to the text that it writes: `echo` and here documents, `tee`, `sed -i`, registry tools. */
export function changedText({ words, heredoc, redirections, pipedFrom }: Command): string {
  const fed = redirections.filter(({ operator }) => operator === '<<<').map(({ target }) => target);
  const piped = pipedFrom && /^(echo|printf|cat)$/.test(pipedFrom.name) ? [changedText(pipedFrom)] : [];
  return [words.join(' '), heredoc ?? '', ...fed, ...piped].join('\n');
}

/** What a command leaves behind in a file: of `s/old/new/` only the new text, and no comments. */
export function addedText(command: Command): string {
  const text = changedText(command);
  if (command.name !== 'sed') return text.replaceAll(/(^|\s)#.*$/gm, '');
  return replacements(text).join('\n');
}

/** The new texts of every `s/old/new/`, whatever sign parts them. */
export function replacements(text: string): readonly string[] {
  return [...text.matchAll(/s([/|,#@])(?:\\.|(?!\1).)*\1((?:\\.|(?!\1).)*)\1/g)].map(
    ([, , added = '']) => added,
  );
}

/** The files that a command writes to, as far as it names them. */
export function writtenFiles({ name, words, redirections }: Command): readonly string[] {
  const targets = redirections
    .filter(({ operator }) => /^(>|>>|>\||&>|&>>)$/.test(operator))
    .map(({ target }) => target);
  const named =
    name === 'tee' || (name === 'sed' && words.some((word) => /^-[a-zE]*i|^--in-place/.test(word)));
  const copied = name === 'cp' || name === 'mv' || name === 'install' ? words.slice(-1) : [];
  return [...targets, ...copied, ...(named ? words.slice(1).filter((word) => !word.startsWith('-')) : [])];
}

/** Whether the script's own lines are commands for Windows. */
export function isWindowsScript({ shell }: Script): boolean {
  return shell === 'powershell' || shell === 'cmd';
}

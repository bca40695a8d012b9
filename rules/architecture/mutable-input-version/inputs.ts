import { type Command, commandsIn, type Script } from 'packer-hybrid/rules';

/** Folders on mirrors whose content changes with the next release. */
export const movingFolder =
  /\/(?:latest|current|current-live|daily|daily-live|rolling|nightly|testing|weekly-builds?)(?:\/|$)/i;
/** File names that do the same. */
export const movingFile = /[-_.](?:latest|current|daily)[-_.]/i;
/** The newest state of a branch. */
export const branchFile =
  /raw\.githubusercontent\.com\/[^/]+\/[^/]+\/(?:refs\/heads\/)?(?:main|master|develop|trunk)\/|\/-?\/?raw\/(?:main|master|develop|trunk)\//;

/** Clones of a branch in a script that does not go to a commit afterwards. */
export function unpinnedClones(script: Script): readonly Command[] {
  const commands = commandsIn(script);
  const gits = commands.filter(({ name }) => name === 'git');
  const goesOn = gits.some(({ words }) => /^(?:checkout|reset|switch)$/.test(verbOf(words)));
  if (goesOn) return [];
  return gits.filter(
    ({ words }) =>
      verbOf(words) === 'clone' &&
      !words.some((word) => /^(?:-b|--branch|--revision)(?:=|$)|^-b./.test(word)),
  );
}

function verbOf(words: readonly string[]): string {
  return words.slice(1).find((word) => !word.startsWith('-')) ?? '';
}

/** Names of roles and collections in a requirements file that may come in any version. */
export function unpinnedRequirements(text: string): readonly string[] {
  const entries = text.split(/^\s*-\s+/m).slice(1);
  return entries
    .filter((entry) => /^(?:name|src):/m.test(entry.trimStart()) && !/^\s*version:/m.test(entry))
    .map((entry) => /(?:name|src):\s*["']?([^\s"']+)/.exec(entry)?.[1] ?? '')
    .filter((name) => name !== '');
}

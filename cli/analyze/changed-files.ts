import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { HybridError } from '../../core/errors/index.ts';
import type { Processes } from '../../core/process/index.ts';
import type { FileChange } from './template-files.ts';

export interface ChangedFilesOptions {
  readonly processes: Processes;
  /** A folder inside the repository. */
  readonly cwd: string;
  readonly signal?: AbortSignal | undefined;
}

/** Inside a git hook these name the hook's repository. */
const env = { GIT_DIR: undefined, GIT_WORK_TREE: undefined, GIT_OPTIONAL_LOCKS: '0' };

/** All files that differ from a commit, gone and untracked ones included. */
export async function changedFiles(
  ref: string,
  options: ChangedFilesOptions,
): Promise<readonly FileChange[]> {
  const git = gitOf(ref, options);
  // Relative to where we are, so that links on the way stay as they are.
  const [up = ''] = await git(['rev-parse', '--show-cdup']);
  // Taken for an option, a ref could make git write files; the name of a file must not be taken for a ref.
  const [commit = ref] = await git(['rev-parse', '--verify', '--end-of-options', `${ref}^{commit}`]);
  const changed = await git(['diff', '--name-only', '--no-renames', commit, '--']);
  const untracked = await git(['ls-files', '--others', '--exclude-standard', '--full-name', ':/']);
  const paths = [...changed, ...untracked].map((path) => resolve(options.cwd, up, unquoted(path)));
  return paths.map((path) => ({ path, change: existsSync(path) ? 'edited' : 'came-or-went' }));
}

/** Runs git and answers with what it lists; its refusal is told in its own words. */
function gitOf(ref: string, { processes, cwd, signal }: ChangedFilesOptions) {
  return async (args: readonly string[]): Promise<readonly string[]> => {
    const lines: string[] = [];
    const result = await processes.run('git', ['-c', 'core.quotePath=false', ...args], {
      cwd,
      env,
      ...(signal ? { signal } : {}),
      onStdout: (line) => lines.push(line),
    });
    signal?.throwIfAborted();
    if (result.ended === 'exit' && result.exitCode === 0) return lines;
    const said = result.stderrTail.trim().split('\n').at(-1) || `git ended with ${result.exitCode}`;
    const reason = result.ended === 'not-found' ? 'git is not installed.' : said;
    throw new HybridError('PH_USAGE_REF', { ref, reason });
  };
}

const escapes: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** Git puts names with quotes or control characters in quotes, as C does. */
function unquoted(path: string): string {
  if (!path.startsWith('"')) return path;
  return path
    .slice(1, -1)
    .replaceAll(/\\([0-7]{3}|.)/g, (_, sign: string) =>
      sign.length === 3 ? String.fromCharCode(Number.parseInt(sign, 8)) : (escapes[sign] ?? sign),
    );
}

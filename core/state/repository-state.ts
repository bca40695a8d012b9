import type { Processes } from '../process/process-result.ts';

/** The commit that a build came from, and whether tracked files differ from it. */
export interface RepositoryState {
  readonly sha: string | null;
  readonly dirty: boolean;
}

const TIMEOUT_MS = 30_000;
/** Inside a git hook these name the hook's repository; status may not write an index that others use. */
const env = {
  GIT_DIR: undefined,
  GIT_WORK_TREE: undefined,
  GIT_INDEX_FILE: undefined,
  GIT_OPTIONAL_LOCKS: '0',
};

/** Asks git; without git, a repository or a commit there is no sha. Untracked files do not count as a change. */
export async function repositoryState(
  processes: Processes,
  root: string,
  signal?: AbortSignal,
): Promise<RepositoryState> {
  const options = { cwd: root, env, timeoutMs: TIMEOUT_MS, ...(signal ? { signal } : {}) };
  const head = await processes.run('git', ['rev-parse', '--verify', 'HEAD'], options);
  const sha = head.exitCode === 0 ? /^[0-9a-f]{40,64}$/m.exec(head.stdoutTail)?.[0] : undefined;
  if (sha === undefined) return { sha: null, dirty: false };
  const status = ['status', '--porcelain', '--untracked-files=no', '--ignore-submodules=none', '--', '.'];
  const changes = await processes.run('git', status, options);
  return { sha, dirty: changes.exitCode === 0 && changes.stdoutTail.trim() !== '' };
}

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type TestContext, test } from 'vitest';
import { createProcesses, createSecrets } from '../process/index.ts';
import { repositoryState } from './repository-state.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'packer-hybrid-git-'));
const processes = () => createProcesses({ secrets: createSecrets() });

function git(folder: string, ...args: readonly string[]): string {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' }).trim();
}

function needGit(context: TestContext): void {
  if (spawnSync('git', ['--version']).status !== 0) context.skip('git is not installed');
}

function newRepository(): string {
  const folder = newFolder();
  git(folder, 'init', '-q');
  writeFileSync(join(folder, 'a.pkr.hcl'), 'one');
  git(folder, 'add', '.');
  git(folder, 'commit', '-q', '-m', 'first');
  return folder;
}

test('a clean repository tells its commit; files that git does not know make no difference', async (context) => {
  needGit(context);
  const folder = newRepository();
  writeFileSync(join(folder, 'untracked'), '');

  const state = await repositoryState(processes(), folder);

  expect(state).toEqual({ sha: git(folder, 'rev-parse', 'HEAD'), dirty: false });
});

test('a changed file makes it dirty', async (context) => {
  needGit(context);
  const folder = newRepository();
  writeFileSync(join(folder, 'a.pkr.hcl'), 'two');

  expect(await repositoryState(processes(), folder)).toMatchObject({ dirty: true });
});

test('without a commit or a repository there is no sha', async (context) => {
  needGit(context);
  const empty = newFolder();
  git(empty, 'init', '-q');

  expect(await repositoryState(processes(), empty)).toEqual({ sha: null, dirty: false });
  expect(await repositoryState(processes(), newFolder())).toEqual({ sha: null, dirty: false });
});

test('without git there is no sha', async () => {
  const missing = {
    command: 'git',
    exitCode: null,
    ended: 'not-found',
    durationMs: 0,
    stdoutTail: '',
    stderrTail: '',
    leftovers: 0,
  } as const;
  const noGit = { run: async () => missing, find: async () => undefined };

  expect(await repositoryState(noGit, newFolder())).toEqual({ sha: null, dirty: false });
});

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, type TestContext, test } from 'vitest';
import { createProcesses, createSecrets } from '../../core/process/index.ts';
import { changedFiles } from './changed-files.ts';

const processes = createProcesses({ secrets: createSecrets([]) });
let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'packer-hybrid-git-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function repository(context: TestContext): Promise<void> {
  if ((await processes.find('git')) === undefined) context.skip('git is not installed');
  mkdirSync(join(folder, 'a b'));
  for (const name of ['kept', 'edited', 'gone', 'a b/staged "ü".sh']) writeFileSync(join(folder, name), '1');
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'one');
  git('tag', 'v1');
}

function git(...args: readonly string[]): void {
  const who = ['-c', 'user.name=t', '-c', 'user.email=t@example.test', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...who, ...args], { cwd: folder });
}

test('edited, staged, gone, committed since and untracked files count', async (context) => {
  await repository(context);
  writeFileSync(join(folder, 'later'), '');
  writeFileSync(join(folder, '.gitignore'), 'ignored\n');
  git('add', '.');
  git('commit', '-q', '-m', 'two');
  writeFileSync(join(folder, 'edited'), '2');
  writeFileSync(join(folder, 'a b/staged "ü".sh'), '2');
  git('add', '.');
  rmSync(join(folder, 'gone'));
  for (const name of ['new\n\u0001line', 'ignored']) writeFileSync(join(folder, name), '');

  const changed = await changedFiles('v1', { processes, cwd: join(folder, 'a b') });

  const edited = ['.gitignore', 'a b/staged "ü".sh', 'edited', 'later', 'new\n\u0001line'];
  expect(changed.toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual(
    [...edited, 'gone'].toSorted().map((name) => ({
      path: join(folder, name),
      change: name === 'gone' ? 'came-or-went' : 'edited',
    })),
  );
});

test.for(['nothing-like-that', '--output=stolen', 'kept'])('%s is no commit, and is refused', async (ref) => {
  await repository({ skip: () => {} } as unknown as TestContext);

  await expect(changedFiles(ref, { processes, cwd: folder })).rejects.toMatchObject({
    code: 'PH_USAGE_REF',
  });
});

test('outside a repository the answer says so', async () => {
  const refused = changedFiles('HEAD', { processes, cwd: folder });

  await expect(refused).rejects.toMatchObject({
    code: 'PH_USAGE_REF',
    message: expect.stringMatching(/not a git repository|git is not installed/),
  });
});

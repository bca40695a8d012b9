import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, type TestContext, test } from 'vitest';
import { createProcesses, createSecrets } from '../../core/process/index.ts';
import {
  removeTemporaryWorkspaces,
  temporaryWorkspace,
  wholeTemplate,
} from '../testing/temporary-workspace.ts';

afterEach(removeTemporaryWorkspaces);

const withScript = (script: string) =>
  wholeTemplate.replace('sources', `provisioner "shell-local" {\n    script = "${script}"\n  }\n  sources`);

async function repository(context: TestContext) {
  const { find } = createProcesses({ secrets: createSecrets([]) });
  if ((await find('git')) === undefined) context.skip('git is not installed');
  const workspace = temporaryWorkspace({
    'a/a.pkr.hcl': wholeTemplate,
    'a/a.auto.pkrvars.hcl': '',
    'b/b.pkr.hcl': withScript('../scripts/b.sh'),
    'c/c.pkr.hcl': withScript('c.sh'),
    'c/c.sh': 'true',
    'scripts/b.sh': 'true',
    'readme.md': '',
  });
  const git = (...args: readonly string[]) => {
    const who = ['-c', 'user.name=t', '-c', 'user.email=t@example.test', '-c', 'commit.gpgsign=false'];
    execFileSync('git', [...who, ...args], { cwd: workspace.folder });
  };
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'one');
  const touched = async () => {
    const { out } = await workspace.run('analyze', '--changed', 'HEAD', '--format', 'junit');
    return ['a', 'b', 'c', 'd'].filter((name) => out.includes(`${name}/${name}.pkr.hcl`));
  };
  return { ...workspace, touched };
}

test.for([
  ['nothing', {}, []],
  ['the template', { 'a/a.pkr.hcl': `${wholeTemplate}\n` }, ['a']],
  ['its variable file', { 'a/a.auto.pkrvars.hcl': 'x = 1' }, ['a']],
  ['a script elsewhere', { 'scripts/b.sh': 'false' }, ['b']],
  ['a new template', { 'd/d.pkr.hcl': wholeTemplate }, ['d']],
  ['what no template names', { 'readme.md': 'x', 'scripts/new.sh': '' }, []],
] as const)('%s was changed', async ([_case, files, expected], context) => {
  const { write, touched } = await repository(context);

  write(files);

  expect(await touched()).toEqual(expected);
});

test('a script that is gone touches the template that names it', async (context) => {
  const { folder, touched } = await repository(context);

  rmSync(join(folder, 'c', 'c.sh'));

  expect(await touched()).toEqual(['c']);
});

test('without a change there is nothing to tell', async (context) => {
  const { run } = await repository(context);

  const { code, out } = await run('analyze', '--changed', 'HEAD');

  expect(code).toBe(0);
  expect(out).toContain('Nothing found in 0 files of 0 templates');
});

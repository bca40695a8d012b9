import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { repository, repositoryText } from './source-files.ts';

/** Folders whose sub-folders the diagram names one by one. */
const opened = ['core', 'plugins', 'rules'];

/** The block of docs/architecture.md that draws the folders: `name/` first on a line, sub-folders indented. */
function drawnFolders(): readonly string[] {
  const text = repositoryText('docs/architecture.md') ?? '';
  const block = [...text.matchAll(/```[a-z]*\n([\s\S]*?)```/g)]
    .map(([, body]) => String(body))
    .find((body) => /^core\//m.test(body));
  const drawn: string[] = [];
  let parent = '';
  for (const line of (block ?? '').split('\n')) {
    const [, indent = '', names = ''] = /^(\s*)((?:[.\w-]+\/\s+)+)/.exec(`${line} `) ?? [];
    const folders = names
      .split(/\s+/)
      .filter(Boolean)
      .map((name) => name.slice(0, -1));
    for (const folder of folders) drawn.push(indent ? `${parent}/${folder}` : folder);
    if (!indent && folders.length > 0) parent = String(folders.at(-1));
  }
  return drawn.toSorted();
}

/** Folders that the repository holds or would hold after the next commit. */
function realFolders(): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: repository });
  const folders = new Set<string>();
  for (const path of String(listed).split('\n')) {
    const [top, ...below] = path.split('/');
    if (top === undefined || below.length === 0) continue;
    folders.add(top);
    if (opened.includes(top) && below.length > 1) folders.add(`${top}/${below[0]}`);
  }
  return [...folders].toSorted();
}

describe('the diagram in docs/architecture.md', () => {
  it('draws exactly the folders that there are', () => {
    expect(drawnFolders()).toEqual(realFolders());
  });
});

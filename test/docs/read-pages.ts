import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';

export const repository = join(import.meta.dirname, '../..');

/** A fenced block of a page. */
export interface Block {
  readonly language: string;
  /** `file=…`, `elsewhere=…` behind the language. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly line: number;
}

export interface Page {
  readonly path: string;
  readonly blocks: readonly Block[];
}

/** Every page that users read, with its fenced blocks. */
export function readPages(): readonly Page[] {
  const patterns = [
    'README.md',
    'CONTRIBUTING.md',
    'docs/*.md',
    'plugins/*/readme.md',
    'examples/*/readme.md',
    'bench/readme.md',
  ];
  const paths = globSync(patterns, { cwd: repository, ignore: ['**/node_modules/**'] }).toSorted();
  return paths.map((path) => ({ path, blocks: blocksOf(readFileSync(join(repository, path), 'utf8')) }));
}

function blocksOf(markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  for (const match of markdown.matchAll(/^```(\S*)([^\n]*)\n([\s\S]*?)^```$/gm)) {
    const [, language = '', rest = '', text = ''] = match;
    const pairs = [...rest.matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => [name, value]);
    const line = markdown.slice(0, match.index).split('\n').length;
    const attributes: Record<string, string> = Object.fromEntries(pairs);
    // A piece of TypeScript that stands alone is a module all the same.
    if (language === 'ts') attributes.file ??= `example-${line}.ts`;
    blocks.push({ language, attributes, text, line });
  }
  return blocks;
}

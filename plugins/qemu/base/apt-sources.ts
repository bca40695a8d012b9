import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Package sources of one suite, in the two forms that apt knows. */
export interface AptSources {
  readonly deb822: string;
  readonly oneLine: string;
}

/** The machine's own sources of a suite: its mirrors and proxies work here, those of third parties are left out. */
export async function aptSources(suite: string, folder = '/etc/apt'): Promise<AptSources> {
  const parts = join(folder, 'sources.list.d');
  const names = (await readdir(parts).catch(() => [])).toSorted();
  const lists = [join(folder, 'sources.list'), ...named(parts, names, '.list')];
  const stanzas = await textOf(named(parts, names, '.sources'));
  const lines = await textOf(lists);
  return {
    deb822: stanzas
      .split(/\n\s*\n/)
      .filter((stanza) => serves(stanza, suite))
      .map((stanza) => `${stanza.trim()}\n`)
      .join('\n'),
    oneLine: lines
      .split('\n')
      .filter((line) => lineServes(line, suite))
      .map((line) => `${line}\n`)
      .join(''),
  };
}

function named(folder: string, names: readonly string[], ending: string): string[] {
  return names.filter((name) => name.endsWith(ending)).map((name) => join(folder, name));
}

async function textOf(files: readonly string[]): Promise<string> {
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8').catch(() => '')));
  return texts.join('\n\n');
}

function serves(stanza: string, suite: string): boolean {
  const words = (field: string) =>
    stanza.match(new RegExp(`^${field}:[ \\t]*(.*(?:\\n[ \\t].*)*)$`, 'im'))?.[1]?.split(/\s+/) ?? [];
  if (words('Enabled').includes('no') || !words('Types').includes('deb')) return false;
  return words('Components').includes('main') && words('Suites').some((name) => belongsTo(name, suite));
}

function lineServes(line: string, suite: string): boolean {
  const [, name, components] = /^deb\s+(?:\[[^\]]*\]\s+)?\S+\s+(\S+)\s+(.*)$/.exec(line.trim()) ?? [];
  return name !== undefined && belongsTo(name, suite) && /\bmain\b/.test(components ?? '');
}

function belongsTo(name: string, suite: string): boolean {
  return name === suite || name.startsWith(`${suite}-`) || name === `${suite}/updates`;
}

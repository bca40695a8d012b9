import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'packer-hybrid';
import * as doors from 'packer-hybrid/plugins';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { repository } from './source-files.ts';

const root = join(repository, 'plugins');
const folders = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

function textOf(folder: string, file: string): string {
  return readFileSync(join(root, folder, file), 'utf8');
}

function factoryOf(folder: string): (() => Plugin) | undefined {
  return Object.entries(doors).find(([name]) => name === folder)?.[1] as (() => Plugin) | undefined;
}

/** Names of the options that a plugin's schema takes. */
function optionsOf(folder: string): readonly string[] {
  const schema = factoryOf(folder)?.().schema;
  if (!schema) return [];
  const { properties } = z.toJSONSchema(schema as unknown as z.ZodType, {
    io: 'input',
    unrepresentable: 'any',
  });
  return Object.keys(properties ?? {}).toSorted();
}

/** Names in the first column of the table under `| Option`; of `boot.user` only `boot`. */
function documentedOptions(readme: string): readonly string[] {
  const [, table = ''] = readme.split(/^\| Option .*\n/m);
  const [rows = ''] = table.split(/^(?!\|)/m);
  const names = [...rows.matchAll(/^\| `(\w+)[^`]*`/gm)].map(([, name]) => String(name));
  return [...new Set(names)].toSorted();
}

/** Variables of the environment that stand in for options. */
function variablesOf(folder: string): readonly string[] {
  const calls = textOf(folder, 'options.ts').matchAll(/fromEnvironment\(([^)]*)\)|process\.env\.(\w+)/g);
  return [...calls].flatMap(([call]) => call.match(/\b[A-Z][A-Z0-9_]{2,}\b/g) ?? []);
}

describe('defaultPlugins', () => {
  it('holds every plugin once, in the order in which they take part in a run', () => {
    const names = doors.defaultPlugins().map(({ name }) => name);

    expect(names).toEqual([
      ...['toolchain', 'packer', 'qemu', 'proxmox', 'vsphere', 'azure', 'ansible', 'puppet'],
      ...['delusions', 'recovery', 'assurance', 'registry'],
    ]);
    expect(names.toSorted()).toEqual(folders.toSorted());
  });
});

describe.each(folders)('plugins/%s', (folder) => {
  it('has the shape of every plugin folder', () => {
    const files = ['index.ts', 'plugin.ts', 'options.ts', 'readme.md'];

    expect(files.filter((file) => !existsSync(join(root, folder, file)))).toEqual([]);
    expect(
      readdirSync(join(root, folder), { recursive: true }).some((file) => String(file).endsWith('.test.ts')),
    ).toBe(true);
  });

  it('is made by a factory of its name', () => {
    expect(factoryOf(folder)?.().name).toBe(folder);
  });

  it('has a readme that opens with its name and shows how it is configured', () => {
    const readme = textOf(folder, 'readme.md');

    expect(readme.split('\n')[0]).toBe(`# ${folder}`);
    expect(readme).toMatch(
      new RegExp(
        `\`\`\`ts\\n[^\`]*import \\{[^}]*\\b${folder}\\b[^}]*\\} from 'packer-hybrid/plugins'[^\`]*\\b${folder}\\(`,
      ),
    );
  });

  it('has a readme with exactly its options and the variables that stand in for them', () => {
    const readme = textOf(folder, 'readme.md');

    expect(documentedOptions(readme)).toEqual(optionsOf(folder));
    expect(variablesOf(folder).filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });

  it('has a readme that says what it does not do yet', () => {
    expect(textOf(folder, 'readme.md')).toMatch(/\bnot\b[^.]*\byet\b/);
  });
});

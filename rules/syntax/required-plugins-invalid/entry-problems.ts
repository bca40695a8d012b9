import {
  type Attribute,
  type Expression,
  knownPlugin,
  nameRange,
  parseConstraint,
  type SourceRange,
  type TextEdit,
} from 'packer-hybrid/rules';

/** One thing that is wrong with an entry, as the rule reports it. */
export type EntryProblem = { readonly at: SourceRange; readonly fix?: readonly TextEdit[] } & (
  | { readonly message: 'string' | 'scheme' | 'prefix'; readonly data: { readonly plugin: string } }
  | { readonly message: 'missing' | 'key'; readonly data: { readonly plugin: string; readonly key: string } }
  | {
      readonly message: 'version' | 'prerelease';
      readonly data: { readonly plugin: string; readonly version: string };
    }
  | { readonly message: 'source'; readonly data: { readonly plugin: string; readonly source: string } }
);

/** What is wrong with a plugin's entry in `required_plugins`. */
export function entryProblems(entry: Attribute): readonly EntryProblem[] {
  const { name: plugin, expression } = entry;
  if (expression.kind === 'literal' || expression.kind === 'template') {
    return [{ at: entry.valueRange, message: 'string', data: { plugin }, fix: asObject(entry) }];
  }
  if (expression.kind !== 'object') return [];
  const entries = expression.entries.map(({ key, value }) => ({ key: keyText(key), at: key.range, value }));
  return [
    ...missingKeys(
      entry,
      entries.map(({ key }) => key),
    ),
    ...entries.flatMap(({ key, at, value }): readonly EntryProblem[] => {
      if (key === 'version') return versionProblems(plugin, value);
      if (key === 'source') return sourceProblems(plugin, value);
      return [{ at, message: 'key', data: { plugin, key } }];
    }),
  ];
}

/** Without a version that is known there is nothing to propose. */
function missingKeys(entry: Attribute, keys: readonly string[]): readonly EntryProblem[] {
  const { name: plugin, expression } = entry;
  const known = knownPlugin(plugin);
  const lines: Readonly<Record<string, string | undefined>> = {
    version: known?.version && `version = "${currentConstraint(known.version)}"`,
    source: known && `source = "${known.source}"`,
  };
  return ['version', 'source']
    .filter((key) => !keys.includes(key))
    .map((key): EntryProblem => {
      const last = expression.kind === 'object' ? expression.entries.at(-1) : undefined;
      const end = last?.value.range.end;
      const line = lines[key];
      const isOnOwnLine = last !== undefined && last.key.range.start.line !== expression.range.start.line;
      const indent = isOnOwnLine ? `\n${' '.repeat(last.key.range.start.column - 1)}` : ', ';
      const range = end && { file: expression.range.file, start: end, end };
      return {
        at: nameRange(entry),
        message: 'missing',
        data: { plugin, key },
        fix: range && line !== undefined ? [{ range, newText: `${indent}${line}` }] : [],
      };
    });
}

function versionProblems(plugin: string, value: Expression): readonly EntryProblem[] {
  const text = textOf(value);
  if (text === undefined) return [];
  const terms = parseConstraint(text);
  const data = { plugin, version: JSON.stringify(text) };
  if (!terms) return [{ at: value.range, message: 'version', data }];
  const hasPrerelease = terms.some(({ prerelease }) => prerelease !== undefined);
  return hasPrerelease ? [{ at: value.range, message: 'prerelease', data }] : [];
}

function sourceProblems(plugin: string, value: Expression): readonly EntryProblem[] {
  const text = textOf(value);
  if (text === undefined) return [];
  const bare = text
    .replace(/^[a-z+]+:\/\//, '')
    .replace(/\.git$/, '')
    .replace(/\/$/, '');
  const [name = ''] = bare.split('/').slice(-1);
  const better = `${bare.slice(0, bare.length - name.length)}${name.replace(/^packer-plugin-/, '')}`;
  const fix = [{ range: value.range, newText: JSON.stringify(better) }];
  if (/^[a-z+]+:\/\//.test(text)) return [{ at: value.range, message: 'scheme', data: { plugin }, fix }];
  const parts = text.split('/');
  if (parts.length < 3 || parts.includes('') || /[?#\s]/.test(text)) {
    const data = { plugin, source: JSON.stringify(text) };
    return [{ at: value.range, message: 'source', data, fix: parts.length >= 4 ? fix : [] }];
  }
  return name.startsWith('packer-plugin-')
    ? [{ at: value.range, message: 'prefix', data: { plugin }, fix }]
    : [];
}

function asObject({ name, value, valueRange }: Attribute) {
  const known = knownPlugin(name);
  if (!known || value.state !== 'known' || typeof value.value !== 'string') return [];
  const newText = `{ version = ${JSON.stringify(value.value)}, source = "${known.source}" }`;
  return [{ range: valueRange, newText }];
}

/** `~> X.Y` of a version such as `1.2.5-dev`. */
function currentConstraint(version: string): string {
  return `~> ${version.split('.').slice(0, 2).join('.')}`;
}

function keyText(key: Expression): string {
  return key.kind === 'literal' ? String(key.value) : key.kind === 'name' ? key.name : '';
}

function textOf(value: Expression): string | undefined {
  return value.kind === 'literal' && typeof value.value === 'string' ? value.value : undefined;
}

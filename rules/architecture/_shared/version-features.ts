import {
  type Attribute,
  type Block,
  compareVersions,
  type Expression,
  functionSchema,
  indexedComponent,
  isBuiltIn,
  languageBlock,
  parseVersion,
  type SourceRange,
  schemaOf,
  type Template,
  usedComponents,
  walkExpression,
} from 'packer-hybrid/rules';
import { pluginEntries } from './plugin-entries.ts';

/** Something that a template uses and that came with a certain version of Packer. */
export interface VersionFeature {
  readonly name: string;
  readonly since: string;
  readonly range: SourceRange;
}

/** What a template uses, the newest first; nothing that every version has which can read HCL. */
export function versionFeatures(template: Template): readonly VersionFeature[] {
  const found = [
    ...template.blocks.flatMap((block) => inBlock(block, [block.type])),
    ...inComponents(template),
    ...pluginEntries(template).flatMap(({ source, attribute }) =>
      source === undefined || source.startsWith('github.com/')
        ? []
        : feature('a plugin from another host', '1.11.0', attribute),
    ),
  ];
  const newest = new Map<string, VersionFeature>();
  for (const one of found) if (!newest.has(one.name)) newest.set(one.name, one);
  return [...newest.values()].toSorted((a, b) => compareVersions(numbers(b.since), numbers(a.since)));
}

export function numbers(version: string): readonly number[] {
  return parseVersion(version) ?? [];
}

/** What `required_version` itself came with says nothing: no older version reads it. */
const firstToAsk = [1, 6, 5];

function feature(name: string, since: string | undefined, { range }: { readonly range: SourceRange }) {
  if (since === undefined || compareVersions(numbers(since), firstToAsk) <= 0) return [];
  return [{ name, since, range }];
}

function inBlock(block: Block, path: readonly string[]): readonly VersionFeature[] {
  const schema = languageBlock(path);
  const { attributes, blocks } = block.body;
  return [
    ...feature(`a ${path.at(-1)} block`, schema?.since, block),
    ...attributes.flatMap((attribute) => [
      ...feature(attribute.name, schema?.attributes[attribute.name]?.since, attribute),
      ...inAttribute(attribute, path),
    ]),
    ...blocks.flatMap((inner) => inBlock(inner, [...path, inner.type])),
  ];
}

function inAttribute(attribute: Attribute, [top, ...rest]: readonly string[]): readonly VersionFeature[] {
  const { name, expression, text } = attribute;
  if (top === 'variable' && rest.length === 0 && name === 'type') {
    return /\boptional\s*\(/.test(text) ? feature('optional() in a type', '1.16.0', attribute) : [];
  }
  const isShebang = name === 'inline' && startsWithShebang(expression);
  return [
    ...[...walkExpression(expression)].flatMap((inner) =>
      inner.kind === 'call' ? feature(`${inner.name}()`, functionSchema(inner.name)?.since, inner) : [],
    ),
    ...(isShebang
      ? feature('an inline script with an interpreter line of its own', '1.13.0', attribute)
      : []),
  ];
}

function startsWithShebang(expression: Expression): boolean {
  if (expression.kind !== 'list') return false;
  const [first] = expression.items;
  return first?.kind === 'literal' && typeof first.value === 'string' && first.value.startsWith('#!');
}

/** Built-in components and their attributes; those of plugins follow the plugin's version. */
function inComponents(template: Template): readonly VersionFeature[] {
  const bodies = [
    ...template.dataSources.map((one) => ({ ...one, kind: 'datasource' as const })),
    ...template.builds.flatMap(({ provisioners }) =>
      provisioners.map((one) => ({ ...one, kind: 'provisioner' as const })),
    ),
    ...template.builds.flatMap(({ postProcessors }) =>
      postProcessors.map((one) => ({ ...one, kind: 'post-processor' as const })),
    ),
  ];
  return [
    ...usedComponents(template)
      .filter(({ kind, type }) => isBuiltIn(kind, type))
      .flatMap((used) => feature(used.type, indexedComponent(used.kind, used.type)?.since, used)),
    ...bodies
      .filter(({ kind, type }) => isBuiltIn(kind, type))
      .flatMap(({ kind, type, body }) =>
        body.attributes.flatMap((attribute) =>
          feature(
            `${attribute.name} of ${type}`,
            schemaOf(kind, type)?.attributes[attribute.name]?.since,
            attribute,
          ),
        ),
      ),
  ];
}

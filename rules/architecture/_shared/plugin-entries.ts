import { type Attribute, blocksOf, type Expression, type Template } from 'packer-hybrid/rules';

/** One entry of `required_plugins` with the places of its parts. */
export interface PluginEntry {
  readonly name: string;
  readonly attribute: Attribute;
  readonly source: string | undefined;
  readonly version: string | undefined;
  readonly sourceExpression: Expression | undefined;
  readonly versionExpression: Expression | undefined;
}

/** Every entry of the template's `required_plugins` blocks that is an object. */
export function pluginEntries({ blocks }: Template): readonly PluginEntry[] {
  return blocks
    .filter(({ type }) => type === 'packer')
    .flatMap(({ body }) => blocksOf(body, 'required_plugins'))
    .flatMap(({ body }) => body.attributes)
    .flatMap((attribute): readonly PluginEntry[] => {
      if (attribute.expression.kind !== 'object') return [];
      const part = (wanted: string) =>
        attribute.expression.kind === 'object'
          ? attribute.expression.entries.findLast(({ key }) => keyText(key) === wanted)?.value
          : undefined;
      const sourceExpression = part('source');
      const versionExpression = part('version');
      return [
        {
          name: attribute.name,
          attribute,
          source: textOf(sourceExpression),
          version: textOf(versionExpression),
          sourceExpression,
          versionExpression,
        },
      ];
    });
}

function keyText(key: Expression): string | undefined {
  return key.kind === 'literal' ? String(key.value) : undefined;
}

function textOf(expression: Expression | undefined): string | undefined {
  return expression?.kind === 'literal' && typeof expression.value === 'string'
    ? expression.value
    : undefined;
}

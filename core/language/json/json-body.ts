import type { SyntaxBlock, SyntaxBody } from '../syntax/document.ts';
import { blockLabels } from './block-labels.ts';
import { type JsonReading, jsonAttribute, rangeOf } from './json-expression.ts';
import { elementsOf, type JsonNode, propertiesOf } from './json-tree.ts';

/** Plugins' own blocks: whether an object is a block or a map only the plugin knows, so that it is offered as both. */
const ownedByPlugin = new Set([
  'source',
  'data',
  'provisioner',
  'post-processor',
  'error-cleanup-provisioner',
]);

/** Turns a JSON object into a body; `type` is the block that it belongs to. */
export function jsonBody(reading: JsonReading, node: JsonNode, type: string): SyntaxBody {
  const labels = blockLabels[type] ?? {};
  const properties = propertiesOf(node).filter(({ name }) => name !== '//');
  const isAttribute = (name: string) => !Object.hasOwn(labels, name);
  return {
    attributes: properties
      .filter(({ name }) => isAttribute(name))
      .map((property) => jsonAttribute(reading, property)),
    blocks: properties.flatMap(({ name, value }) => {
      if (!isAttribute(name)) return blocksOf(reading, value, { type: name, labels: labels[name] ?? 0 });
      return ownedByPlugin.has(type) ? pluginBlocks(reading, value, name) : [];
    }),
    range: rangeOf(reading, node),
  };
}

interface Expected {
  readonly type: string;
  readonly labels: number;
  readonly found?: readonly string[];
}

/** Each label is one level of objects, and every level may be a list. */
function blocksOf(reading: JsonReading, node: JsonNode, expected: Expected): readonly SyntaxBlock[] {
  const found = expected.found ?? [];
  return elementsOf(node).flatMap((element) => {
    if (element.type !== 'object') return [];
    if (found.length === expected.labels)
      return [blockOf(reading, element, { type: expected.type, labels: found })];
    return propertiesOf(element)
      .filter(({ name }) => name !== '//')
      .flatMap(({ name, value }) => blocksOf(reading, value, { ...expected, found: [...found, name] }));
  });
}

function blockOf(
  reading: JsonReading,
  node: JsonNode,
  { type, labels }: { type: string; labels: readonly string[] },
) {
  return { type, labels, body: jsonBody(reading, node, type), range: rangeOf(reading, node) };
}

function pluginBlocks(reading: JsonReading, node: JsonNode, type: string): readonly SyntaxBlock[] {
  const elements = elementsOf(node);
  if (!elements.every((element) => element.type === 'object')) return [];
  return elements.map((element) => blockOf(reading, element, { type, labels: [] }));
}

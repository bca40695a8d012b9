import type { SourceRange } from '../../schema/index.ts';
import type { SyntaxAttribute } from '../syntax/document.ts';
import type { Expression } from '../syntax/expression.ts';
import type { SourceText } from '../syntax/source-text.ts';
import type { Json } from '../value.ts';
import { elementsOf, type JsonNode, propertiesOf } from './json-tree.ts';

/** How the strings of a JSON template are read: HCL templates, or Packer's older `{{ … }}`. */
export interface JsonReading {
  readonly source: SourceText;
  string(text: string, range: SourceRange): Expression;
}

export function rangeOf({ source }: JsonReading, node: JsonNode): SourceRange {
  return source.range(node.offset, node.offset + node.length);
}

export function jsonExpression(reading: JsonReading, node: JsonNode): Expression {
  const range = rangeOf(reading, node);
  if (node.type === 'string') return reading.string(String(node.value), range);
  if (node.type === 'array') {
    return { kind: 'list', items: elementsOf(node).map((item) => jsonExpression(reading, item)), range };
  }
  if (node.type === 'object') {
    const entries = propertiesOf(node).map(({ key, name, value }) => ({
      key: { kind: 'literal' as const, value: name, range: rangeOf(reading, key) },
      value: jsonExpression(reading, value),
    }));
    return { kind: 'object', entries, range };
  }
  return { kind: 'literal', value: (node.value ?? null) as Json, range };
}

/** A property as an attribute. */
export function jsonAttribute(
  reading: JsonReading,
  { key, name, value }: { key: JsonNode; name: string; value: JsonNode },
): SyntaxAttribute {
  return {
    name,
    expression: jsonExpression(reading, value),
    text: reading.source.text.slice(value.offset, value.offset + value.length),
    range: reading.source.range(key.offset, value.offset + value.length),
    valueRange: rangeOf(reading, value),
  };
}

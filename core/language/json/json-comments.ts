import type { Comment } from '../model.ts';
import type { SourceText } from '../syntax/source-text.ts';
import { type JsonNode, propertiesOf } from './json-tree.ts';

/** What stands behind `"//"`, at any depth: JSON has no comments of its own, and HCL passes over this property. */
export function jsonComments(source: SourceText, root: JsonNode): readonly Comment[] {
  return commentsIn(root).flatMap(([key, value]) => {
    const range = source.range(key.offset, value.offset + value.length);
    return textsOf(value).map((text) => ({ text: text.trim(), range }));
  });
}

/** Packer's older templates pass over every outermost property with a leading underscore. */
export function legacyComments(source: SourceText, root: JsonNode): readonly Comment[] {
  const underscored = propertiesOf(root).filter(({ name }) => name.startsWith('_'));
  const found = underscored.flatMap(({ key, value }) => {
    const range = source.range(key.offset, value.offset + value.length);
    return textsOf(value).map((text) => ({ text: text.trim(), range }));
  });
  const all = [...jsonComments(source, root), ...found];
  return all.sort((a, b) => a.range.start.offset - b.range.start.offset);
}

function commentsIn(node: JsonNode): readonly (readonly [key: JsonNode, value: JsonNode])[] {
  const found = propertiesOf(node)
    .filter(({ name }) => name === '//')
    .map(({ key, value }) => [key, value] as const);
  const children = node.type === 'property' ? (node.children ?? []).slice(1) : (node.children ?? []);
  return [...found, ...children.flatMap(commentsIn)];
}

/** A list of strings is a comment of several lines. */
function textsOf(value: JsonNode): readonly string[] {
  if (value.type === 'array') return (value.children ?? []).flatMap(textsOf);
  return value.type === 'string' ? [String(value.value)] : [];
}

import type { SyntaxAttribute, SyntaxBlock, SyntaxBody, SyntaxDocument } from '../syntax/document.ts';
import { sourceText } from '../syntax/source-text.ts';
import { jsonBody } from './json-body.ts';
import { legacyComments } from './json-comments.ts';
import { type JsonReading, jsonAttribute, jsonExpression, rangeOf } from './json-expression.ts';
import { elementsOf, type JsonNode, jsonTree, propertiesOf, propertyOf } from './json-tree.ts';
import { legacyString } from './legacy-string.ts';

/** Parses a template of Packer's older JSON form (`builders`, `provisioners` …) into the shape of an HCL file. */
export function parseLegacyJson(file: string, text: string): SyntaxDocument {
  const source = sourceText(file, text);
  const { root, errors } = jsonTree(source);
  const range = source.range(0, text.length);
  if (!root) return { body: { attributes: [], blocks: [], range }, comments: [], errors };
  const reading = { source, string: legacyString };
  const sources = elementsOf(propertyOf(root, 'builders')).flatMap((node) => sourceOf(reading, node));
  const blocks = [...requirements(reading, root), ...variables(reading, root), ...sources];
  const body = { attributes: [], blocks: [...blocks, buildOf(reading, root, sources)], range };
  return { body, comments: legacyComments(source, root), errors };
}

function requirements(reading: JsonReading, root: JsonNode): readonly SyntaxBlock[] {
  const version = propertiesOf(root).find(({ name }) => name === 'min_packer_version');
  if (!version) return [];
  const attribute = { ...jsonAttribute(reading, version), name: 'required_version' };
  const minimum = `>= ${String(version.value.value)}`;
  const expression = { kind: 'literal' as const, value: minimum, range: attribute.valueRange };
  const body = { attributes: [{ ...attribute, expression }], blocks: [], range: attribute.range };
  return [{ type: 'packer', labels: [], body, range: attribute.range }];
}

function variables(reading: JsonReading, root: JsonNode): readonly SyntaxBlock[] {
  const secret = elementsOf(propertyOf(root, 'sensitive-variables')).map((node) => String(node.value));
  return propertiesOf(propertyOf(root, 'variables')).map((property) => {
    const written = jsonAttribute(reading, property);
    const attributes: SyntaxAttribute[] = [];
    // A variable without value must be given on the command line.
    if (property.value.type !== 'null') attributes.push({ ...written, name: 'default' });
    if (secret.includes(property.name)) {
      attributes.push({
        ...written,
        name: 'sensitive',
        expression: { kind: 'literal', value: true, range: written.range },
      });
    }
    const body = { attributes, blocks: [], range: written.range };
    return { type: 'variable', labels: [property.name], body, range: written.range };
  });
}

function sourceOf(reading: JsonReading, node: JsonNode): readonly SyntaxBlock[] {
  const type = propertyOf(node, 'type')?.value;
  if (typeof type !== 'string') return [];
  const written = propertyOf(node, 'name');
  const label = typeof written?.value === 'string' ? written.value : type;
  const body = without(jsonBody(reading, node, 'source'), ['type', 'name']);
  const source = { type: 'source', labels: [type, label], body, range: rangeOf(reading, node) };
  return [written ? { ...source, name: jsonExpression(reading, written) } : source];
}

function buildOf(reading: JsonReading, root: JsonNode, sources: readonly SyntaxBlock[]): SyntaxBlock {
  const range = rangeOf(reading, root);
  const components = [
    ...elementsOf(propertyOf(root, 'provisioners')).flatMap((node) =>
      componentOf(reading, node, 'provisioner'),
    ),
    ...elementsOf(propertyOf(root, 'post-processors'))
      .flatMap((node) => elementsOf(node))
      .flatMap((node) => componentOf(reading, node, 'post-processor')),
  ];
  const uses = sources.map((source) => ({
    ...source,
    body: { attributes: [], blocks: [], range: source.range },
  }));
  return {
    type: 'build',
    labels: [],
    body: { attributes: [], blocks: [...uses, ...components], range },
    range,
  };
}

function componentOf(reading: JsonReading, node: JsonNode, kind: string): readonly SyntaxBlock[] {
  const range = rangeOf(reading, node);
  // A post-processor without settings may be written as its bare name.
  if (node.type === 'string') {
    return [{ type: kind, labels: [String(node.value)], body: { attributes: [], blocks: [], range }, range }];
  }
  const type = propertyOf(node, 'type')?.value;
  if (typeof type !== 'string') return [];
  const body = without(jsonBody(reading, node, kind), ['type']);
  return [{ type: kind, labels: [type], body, range }];
}

function without(body: SyntaxBody, names: readonly string[]): SyntaxBody {
  return { ...body, attributes: body.attributes.filter(({ name }) => !names.includes(name)) };
}

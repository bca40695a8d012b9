import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument, type Scalar, type YAMLMap } from 'yaml';
import {
  anyType,
  anything,
  bool,
  nullOf,
  number,
  object,
  parseNumber,
  stringType,
  type Typed,
  text,
  tuple,
} from '../../values/index.ts';
import { type FunctionSpec, nullable, param, textOf } from './spec.ts';
import { yamlText } from './yaml-text.ts';

export const yaml: Readonly<Record<string, FunctionSpec>> = {
  yamlencode: {
    params: [nullable('value', anyType)],
    returns: stringType,
    compute: ([value]) => {
      const written = value && yamlText(value);
      return written === undefined ? undefined : text(written);
    },
  },
  yamldecode: {
    params: [param('src', stringType)],
    returns: anyType,
    compute: ([source]) => decode(textOf(source)),
  },
};

/** What only one of the two YAML parsers takes is left open, errors included: they disagree about many corners. */
function decode(source: string): Typed | undefined {
  const document = parseDocument(source, {
    version: '1.1',
    merge: true,
    schema: 'failsafe',
    logLevel: 'silent',
  });
  if (document.errors.length > 0 || document.warnings.length > 0) return undefined;
  if (/^(?:---|\.\.\.|%)|[&*!]|<</m.test(source)) return undefined;
  return document.contents ? typedNode(document.contents as Node) : nullOf(anyType);
}

function typedNode(node: unknown): Typed | undefined {
  if (isAlias(node)) return undefined;
  if (isScalar(node)) return scalar(node);
  if (isSeq(node)) {
    const items = node.items.map(typedNode);
    return items.includes(undefined) ? undefined : tuple(items.map((item) => item ?? anything));
  }
  return isMap(node) ? mapping(node) : nullOf(anyType);
}

function mapping({ items }: YAMLMap): Typed | undefined {
  const entries: [string, Typed][] = [];
  for (const { key, value } of items) {
    const name = isScalar(key) && key.type === 'PLAIN' ? keyText(String(key.source ?? '')) : keyOf(key);
    const item = value === null ? nullOf(anyType) : typedNode(value);
    if (name === undefined || !item) return undefined;
    entries.push([name, item]);
  }
  return object(entries);
}

function keyOf(key: unknown): string | undefined {
  return isScalar(key) ? String(key.value) : undefined;
}

/** Numbers, booleans and null as keys become text in ways of their own. */
function keyText(source: string): string | undefined {
  return /^[A-Za-z_][\w ./-]*$/.test(source) && !words.has(source) ? source : undefined;
}

const words = new Map<string, Typed>([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map(
    (word) => [word, bool(true)] as const,
  ),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map(
    (word) => [word, bool(false)] as const,
  ),
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, nullOf(anyType)] as const),
]);

function scalar({ type, source, value }: Scalar): Typed | undefined {
  if (type !== 'PLAIN') return text(String(value));
  const written = String(source ?? '');
  const word = words.get(written);
  if (word) return word;
  if (!/^[-+.\d]/.test(written)) return text(written);
  if (/^[-+]?\d+(\.\d+)?$/.test(written) && !/^[-+]?0\d/.test(written)) {
    const parsed = parseNumber(written);
    return parsed && number(parsed);
  }
  // Dates, octal numbers, underscores, infinity: each parser has its own idea of those.
  return /^[-.]\D*$|^\d+(\.\d+){2,}$|^\d+[A-Za-z-]+\w*$/.test(written) &&
    !/inf|nan|^\d{4}-|^0[bxo]|^\d+e/i.test(written)
    ? text(written)
    : undefined;
}

import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import {
  anyType,
  bool,
  nullOf,
  number,
  object,
  parseNumber,
  type Typed,
  text,
  tuple,
  unknownOf,
} from '../../values/index.ts';
import { refuse } from './spec.ts';

/** JSON text as the values that HCL gives it; numbers keep all their digits. */
export function decodeJson(source: string): Typed {
  const errors: ParseError[] = [];
  const root = parseTree(source, errors, { disallowComments: true, allowTrailingComma: false });
  if (!root || errors.length > 0) throw refuse('this is not valid JSON');
  return typedNode(root, source);
}

function typedNode(node: Node, source: string): Typed {
  const children = node.children ?? [];
  switch (node.type) {
    case 'string':
      return text(String(node.value));
    case 'boolean':
      return bool(node.value === true);
    case 'null':
      return nullOf(anyType);
    case 'number': {
      const parsed = parseNumber(source.slice(node.offset, node.offset + node.length));
      return parsed ? number(parsed) : unknownOf({ kind: 'number' });
    }
    case 'array':
      return tuple(children.map((child) => typedNode(child, source)));
    default:
      return object(children.flatMap((property) => entryOf(property, source)));
  }
}

function entryOf({ children }: Node, source: string): readonly (readonly [string, Typed])[] {
  const [key, value] = children ?? [];
  return key && value ? [[String(key.value).normalize('NFC'), typedNode(value, source)]] : [];
}

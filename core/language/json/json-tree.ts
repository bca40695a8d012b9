import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { TemplateError } from '../model.ts';
import type { SourceText } from '../syntax/source-text.ts';

const messages: Readonly<Record<string, string>> = {
  InvalidSymbol: 'This is not valid JSON: expected a string, number, true, false, null, object or list.',
  InvalidNumberFormat: 'This is not a valid number.',
  PropertyNameExpected: 'Expected a property name in quotation marks.',
  ValueExpected: 'Expected a value.',
  ColonExpected: 'Expected ":" behind the property name.',
  CommaExpected: 'Expected "," before the next entry.',
  CloseBraceExpected: 'Expected "}": the object is not closed.',
  CloseBracketExpected: 'Expected "]": the list is not closed.',
  EndOfFileExpected: 'Expected the end of the file behind the outermost value.',
  InvalidCommentToken: 'JSON has no comments.',
  UnexpectedEndOfString: 'Expected a closing quotation mark: the string is not closed.',
  InvalidEscapeCharacter: 'This escape sequence is not valid JSON.',
};

export type JsonNode = Node;
export interface JsonTree {
  readonly root: JsonNode | undefined;
  readonly errors: readonly TemplateError[];
}

/** Parses JSON as strictly as Packer does, and keeps what is whole when it is not. */
export function jsonTree(source: SourceText): JsonTree {
  const errors: ParseError[] = [];
  // The parser counts a byte order mark as a symbol.
  const text = source.text.replace(/^\uFEFF/, ' ');
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  return { root, errors: firstPerLine(source, errors) };
}

/** What follows on the same line follows from the first error. */
function firstPerLine(source: SourceText, errors: readonly ParseError[]): readonly TemplateError[] {
  const byLine = new Map<number, TemplateError>();
  for (const { error, offset, length } of errors) {
    const range = source.range(offset, offset + length);
    const code = printParseErrorCode(error);
    const message = messages[code] ?? `This is not valid JSON (${code}).`;
    if (!byLine.has(range.start.line)) byLine.set(range.start.line, { kind: 'syntax', message, range });
  }
  return [...byLine.values()];
}

/** The entries of an object in the order of the file; none for anything else. */
export function propertiesOf(
  node: JsonNode | undefined,
): readonly { key: JsonNode; name: string; value: JsonNode }[] {
  if (node?.type !== 'object') return [];
  return (node.children ?? []).flatMap((property) => {
    const [key, value] = property.children ?? [];
    return key && value ? [{ key, name: String(key.value), value }] : [];
  });
}

/** The elements of a list; a single value counts as a list of one, as in HCL's JSON. */
export function elementsOf(node: JsonNode | undefined): readonly JsonNode[] {
  if (!node) return [];
  return node.type === 'array' ? (node.children ?? []) : [node];
}

export function propertyOf(node: JsonNode | undefined, name: string): JsonNode | undefined {
  return propertiesOf(node).findLast((property) => property.name === name)?.value;
}

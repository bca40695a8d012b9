import type { Parser } from 'web-tree-sitter';
import type { TemplateError } from '../model.ts';
import type { SyntaxBody, SyntaxDocument } from '../syntax/document.ts';
import { type SourceText, sourceText } from '../syntax/source-text.ts';
import { convertBody } from './convert-body.ts';
import { hclParser } from './grammar.ts';
import { splitPieces } from './split-pieces.ts';
import { syntaxErrors } from './syntax-errors.ts';

interface ParsedPiece {
  readonly body: SyntaxBody;
  readonly errors: readonly TemplateError[];
}

/** Parses one HCL file. It never throws for what is in the text: broken parts become errors, whole blocks are kept. */
export async function parseHcl(file: string, text: string): Promise<SyntaxDocument> {
  const parser = await hclParser();
  const source = sourceText(file, text);
  const range = source.range(0, text.length);
  const whole = parsePiece(parser, source, { start: 0, end: text.length });
  if (whole.errors.length === 0) return { body: { ...whole.body, range }, errors: [] };
  const pieces = splitPieces(text).map((stretch) => parsePiece(parser, source, stretch));
  return {
    body: {
      attributes: pieces.flatMap(({ body }) => body.attributes),
      blocks: pieces.flatMap(({ body }) => body.blocks),
      range,
    },
    errors: pieces.flatMap(({ errors }) => errors),
  };
}

function parsePiece(
  parser: Parser,
  source: SourceText,
  { start, end }: { start: number; end: number },
): ParsedPiece {
  const piece = { source, base: start };
  const tree = parser.parse(source.text.slice(start, end));
  const empty = { attributes: [], blocks: [], range: source.range(start, end) };
  if (!tree) return { body: empty, errors: [] };
  try {
    const body = tree.rootNode.namedChildren.find((child) => child.type === 'body');
    return { body: body ? convertBody(piece, body) : empty, errors: syntaxErrors(piece, tree.rootNode) };
  } finally {
    tree.delete();
  }
}

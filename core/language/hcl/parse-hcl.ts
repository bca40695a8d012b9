import type { Parser } from 'web-tree-sitter';
import type { TemplateError } from '../model.ts';
import type { SyntaxBody, SyntaxDocument } from '../syntax/document.ts';
import { type SourceText, sourceText } from '../syntax/source-text.ts';
import { checkSyntax } from './check/check-syntax.ts';
import { commentsOf } from './check/comments.ts';
import { convertBody } from './convert-body.ts';
import { duplicateAttributes } from './duplicate-attributes.ts';
import { hclParser } from './grammar.ts';
import { withLost } from './lost-attributes.ts';
import { masked } from './masked.ts';
import { type Stretch, splitPieces } from './split-pieces.ts';
import { treeErrors } from './tree-errors.ts';

/** Nobody reads more. */
const mostErrors = 200;

interface ParsedPiece {
  readonly body: SyntaxBody;
  readonly errors: readonly TemplateError[];
}

/** Parses one HCL file. It never throws for what is in the text: broken parts become errors, whole blocks are kept. */
export async function parseHcl(file: string, text: string): Promise<SyntaxDocument> {
  const parser = await hclParser();
  const source = sourceText(file, text);
  const { body, errors } = parsePieces(parser, source);
  return {
    body,
    comments: commentsOf(source),
    errors: [...errors, ...duplicateAttributes(body)].slice(0, mostErrors),
  };
}

function parsePieces(parser: Parser, source: SourceText): ParsedPiece {
  const { text } = source;
  const range = source.range(0, text.length);
  const whole = parsePiece(parser, source, { start: 0, end: text.length });
  if (whole.errors.length === 0) return { ...whole, body: { ...whole.body, range } };
  const pieces = splitPieces(text).map((stretch) => parsePiece(parser, source, stretch));
  const errors = pieces.flatMap((piece) => piece.errors);
  // Where cutting explains the file no better, the cut was wrong: text of a heredoc can look like a block.
  if (errors.length === 0 || errors.length > whole.errors.length) return whole;
  const attributes = pieces.flatMap(({ body }) => body.attributes);
  const blocks = pieces.flatMap(({ body }) => body.blocks);
  return { body: { attributes, blocks, range }, errors };
}

function parsePiece(parser: Parser, source: SourceText, stretch: Stretch): ParsedPiece {
  const { start, end } = stretch;
  const piece = { source, base: start };
  const check = checkSyntax(source, stretch);
  const tree = parser.parse(masked(blanked(source.text.slice(start, end), check.lost)));
  const empty = { attributes: [], blocks: [], range: source.range(start, end) };
  if (!tree) return { body: empty, errors: check.errors };
  try {
    const node = tree.rootNode.namedChildren.find((child) => child.type === 'body');
    const body = node ? { ...convertBody(piece, node), range: empty.range } : empty;
    // Our own check says more; the tree knows what stands inside interpolations.
    const errors = check.errors.length > 0 ? check.errors : treeErrors(piece, tree.rootNode);
    return { body: withLost(body, piece, check.lost), errors };
  } finally {
    tree.delete();
  }
}

function blanked(text: string, lost: readonly Stretch[]): string {
  let result = text;
  for (const { start, end } of lost) {
    result = result.slice(0, start) + result.slice(start, end).replace(/[^\n]/g, ' ') + result.slice(end);
  }
  return result;
}

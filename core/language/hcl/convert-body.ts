import type { Node } from 'web-tree-sitter';
import type { SyntaxAttribute, SyntaxBlock, SyntaxBody } from '../syntax/document.ts';
import { type Piece, partsOf, rangeOf, textOf } from './conversion.ts';
import { convertExpression } from './convert-expression.ts';
import { stringLiteral } from './convert-string.ts';

/** Turns a `body` node into our own form; what is broken inside is left out, what is whole is kept. */
export function convertBody(piece: Piece, node: Node): SyntaxBody {
  const attributes: SyntaxAttribute[] = [];
  const blocks: SyntaxBlock[] = [];
  for (const child of partsOf(node)) {
    if (child.type === 'attribute') attributes.push(...convertAttribute(piece, child));
    else if (child.type === 'block') blocks.push(...convertBlock(piece, child));
  }
  return { attributes, blocks, range: rangeOf(piece, node) };
}

function convertAttribute(piece: Piece, node: Node): readonly SyntaxAttribute[] {
  const parts = partsOf(node);
  const name = parts.find((part) => part.type === 'identifier');
  const value = parts.find((part) => part.type === 'expression');
  if (!name || name.isMissing) return [];
  const range = rangeOf(piece, node);
  if (!value || node.hasError) {
    return [
      {
        name: textOf(piece, name),
        expression: { kind: 'broken', range },
        text: '',
        range,
        valueRange: range,
      },
    ];
  }
  return [
    {
      name: textOf(piece, name),
      expression: convertExpression(piece, value),
      text: textOf(piece, value),
      range,
      valueRange: rangeOf(piece, value),
    },
  ];
}

function convertBlock(piece: Piece, node: Node): readonly SyntaxBlock[] {
  const parts = partsOf(node);
  const opening = parts.findIndex((part) => part.type === 'block_start');
  const [type, ...labels] = opening === -1 ? parts : parts.slice(0, opening);
  if (type?.type !== 'identifier' || opening === -1) return [];
  const body = parts.find((part) => part.type === 'body');
  return [
    {
      type: textOf(piece, type),
      labels: labels.flatMap((label) => labelOf(piece, label)),
      body: body
        ? { ...convertBody(piece, body), range: bodyRange(piece, parts, opening) }
        : emptyBody(piece, parts, opening),
      range: rangeOf(piece, node),
    },
  ];
}

function labelOf(piece: Piece, node: Node): readonly string[] {
  if (node.type === 'identifier') return [textOf(piece, node)];
  return node.type === 'string_lit' ? [stringLiteral(piece, node)] : [];
}

function emptyBody(piece: Piece, parts: readonly Node[], opening: number): SyntaxBody {
  return { attributes: [], blocks: [], range: bodyRange(piece, parts, opening) };
}

/** From behind the opening brace to the closing one. */
function bodyRange(piece: Piece, parts: readonly Node[], opening: number) {
  const start = parts[opening]?.endIndex ?? 0;
  const end =
    parts.findLast((part) => part.type === 'block_end')?.startIndex ?? parts.at(-1)?.endIndex ?? start;
  return piece.source.range(piece.base + start, piece.base + Math.max(start, end));
}

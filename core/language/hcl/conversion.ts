import type { Node } from 'web-tree-sitter';
import type { SourceRange } from '../../schema/index.ts';
import type { SourceText } from '../syntax/source-text.ts';

/** A piece of a file that was parsed on its own: node offsets count from `base`. */
export interface Piece {
  readonly source: SourceText;
  readonly base: number;
}

/** The node's place in the whole file. */
export function rangeOf(piece: Piece, node: Node): SourceRange {
  return piece.source.range(piece.base + node.startIndex, piece.base + node.endIndex);
}

/** A range from the start of one node to the end of another. */
export function spanOf(piece: Piece, first: Node, last: Node): SourceRange {
  return piece.source.range(piece.base + first.startIndex, piece.base + last.endIndex);
}

/** The text between two offsets of the piece; unlike `node.text` it needs no copy out of the parser. */
export function textOf(piece: Piece, node: { startIndex: number; endIndex: number }): string {
  return piece.source.text.slice(piece.base + node.startIndex, piece.base + node.endIndex);
}

/** Children that mean something: comments may stand between any two tokens. */
export function partsOf(node: Node): readonly Node[] {
  return node.children.filter((child) => child.type !== 'comment');
}

import { everyday } from './everyday.ts';

/** Bytes that are read in one go. */
export const pieceLength = 4;
/** Words below this have no piece in some of the ways in which they can lie. */
export const shortestWord = pieceLength + 1;

/** Lower case for letters; for digits and signs it only makes the first guess a little vaguer. */
const lower = 0x20;

/** Four bytes of a word, in lower case, and where in the word they stand; -1 is the byte before it. */
export interface Piece {
  readonly offset: number;
  /** As a little-endian processor reads them; several where one of the bytes is not of the word. */
  readonly values: readonly number[];
}

/** For each of the four ways in which a word can lie, the piece that it shows there: the rarest it has. */
export function piecesOf(word: Uint8Array): readonly Piece[] {
  return [0, 1, 2, 3].map((way) => rarestOf(word, way) ?? edgeOf(word, way));
}

function rarestOf(word: Uint8Array, way: number): Piece | undefined {
  let rarest: Piece | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let offset = way; offset <= word.length - pieceLength; offset += pieceLength) {
    const value = valueAt(word, offset, 0);
    const commonness = commonnessOf(value);
    if (commonness >= least) continue;
    rarest = { offset, values: [value] };
    least = commonness;
  }
  return rarest;
}

/** A piece that reaches out of the word by one byte, whatever it is. */
function edgeOf(word: Uint8Array, way: number): Piece {
  const offset = way === pieceLength - 1 ? -1 : word.length - pieceLength + 1;
  return { offset, values: anyByte.map((byte) => valueAt(word, offset, byte)) };
}

/** Every value that a byte in lower case can have. */
const anyByte = [...new Set(Array.from({ length: 256 }, (_, byte) => byte | lower))];

function valueAt(word: Uint8Array, offset: number, beyond: number): number {
  let value = 0;
  for (let at = 0; at < pieceLength; at += 1) value |= ((word[offset + at] ?? beyond) | lower) << (8 * at);
  return value;
}

const everydayBytes = Buffer.from(everyday, 'latin1');
const everydayPieces = new Set(
  Array.from({ length: everyday.length - pieceLength + 1 }, (_, at) => valueAt(everydayBytes, at, 0)),
);

/** Letters as they come in logs, the most frequent first. */
const frequent = Buffer.from(' etaionrs-l./dcu0pm1h');
const ranks = Uint8Array.from({ length: 256 }, (_, byte) =>
  frequent.includes(byte) ? frequent.length - frequent.indexOf(byte) : 0,
);

function commonnessOf(value: number): number {
  let commonness = everydayPieces.has(value) ? 100 : 0;
  for (let at = 0; at < pieceLength; at += 1) commonness += ranks[(value >>> (8 * at)) & 0xff] as number;
  return commonness;
}

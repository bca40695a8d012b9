import { everyday } from './everyday.ts';

/** Bytes that are read in one go. */
export const pieceLength = 4;
/** Words below this have no piece in some of the ways in which they can lie. */
export const shortestWord = pieceLength + 1;

/** Lower case for letters; for digits and signs it only makes the first guess a little vaguer. */
const lower = 0x20;

const everydayPieces = new Set(
  Array.from({ length: everyday.length - pieceLength + 1 }, (_, at) =>
    valueAt(Buffer.from(everyday, 'latin1'), at, 0),
  ),
);

/** Four bytes of a word, folded, and where in the word they stand; -1 is the byte before it. */
export type Piece = readonly [value: number, offset: number];

/** For each of the four ways in which a word can lie, the pieces of which it must show one there: the rarest it has. */
export function piecesOf(word: Uint8Array): readonly Piece[] {
  return [0, 1, 2, 3].flatMap((way) => rarestOf(word, way) ?? edgesOf(word, way));
}

function rarestOf(word: Uint8Array, way: number): readonly Piece[] | undefined {
  let rarest: readonly Piece[] | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let offset = way; offset <= word.length - pieceLength; offset += pieceLength) {
    const value = valueAt(word, offset, 0);
    const commonness = commonnessOf(value);
    if (commonness >= least) continue;
    rarest = [[value, offset]];
    least = commonness;
  }
  return rarest;
}

/** Pieces that reach out of the word by one byte, whatever it is. */
function edgesOf(word: Uint8Array, way: number): readonly Piece[] {
  const offset = way === pieceLength - 1 ? -1 : word.length - pieceLength + 1;
  return anyByte.map((byte) => [valueAt(word, offset, byte), offset]);
}

/** Every value that a folded byte can have. */
const anyByte = [...new Set(Array.from({ length: 256 }, (_, byte) => byte | lower))];

/** The value that a little-endian processor reads; `beyond` stands for the byte outside the word. */
function valueAt(word: Uint8Array, offset: number, beyond: number): number {
  let value = 0;
  for (let at = 0; at < pieceLength; at += 1) value |= ((word[offset + at] ?? beyond) | lower) << (8 * at);
  return value;
}

function commonnessOf(value: number): number {
  let commonness = everydayPieces.has(value) ? 100 : 0;
  for (let at = 0; at < pieceLength; at += 1) {
    const rank = frequent.indexOf((value >>> (8 * at)) & 0xff);
    if (rank !== -1) commonness += frequent.length - rank;
  }
  return commonness;
}

/** Letters as they come in logs, the most frequent first. */
const frequent = Buffer.from(' etaionrs-l./dcu0pm1h');

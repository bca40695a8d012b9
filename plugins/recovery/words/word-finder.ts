import { createShortWords } from './short-words.ts';
import { pieceLength, piecesOf, shortestWord } from './word-pieces.ts';

/** Takes where the last byte of a word stands, and the word's number. */
export type OnWord = (end: number, word: number) => void;

/** Finds many words at once, whatever their case, in the order of the lines in which they stand. */
export interface WordFinder {
  /** The bytes must begin at an address that four divides, and end with a line. */
  find(bytes: Buffer, length: number, onWord: OnWord): void;
}

const bits = 18;
const factor = 0x9e3779b1;
const lower = 0x20;
const lowerFour = 0x20202020;

/** Reads four bytes at a time, each once, and compares further only where they are a piece of a word. */
export function createWordFinder(words: readonly string[]): WordFinder {
  const { sieve, slots, letters, places } = layOut(words);
  const short = [...words.entries()].filter(([, { length }]) => length < shortestWord);

  function isAt(bytes: Buffer, start: number, place: number): boolean {
    if (start < 0) return false;
    const to = places[place + 2] as number;
    for (let from = places[place + 1] as number, at = start; from < to; from += 1, at += 1) {
      if (((bytes[at] as number) | lower) !== letters[from]) return false;
    }
    return true;
  }

  return {
    find(bytes, length, onWord) {
      const passShort = createShortWords(bytes.subarray(0, length), short, onWord);
      const view = new Int32Array(bytes.buffer, bytes.byteOffset, length >> 2);
      for (let at = 0; at < view.length; at += 1) {
        const slot = sieve[Math.imul((view[at] as number) | lowerFour, factor) >>> (32 - bits)] as number;
        if (slot === 0) continue;
        const last = slots[slot + 1] as number;
        for (let place = slots[slot] as number; place < last; place += 4) {
          const start = at * pieceLength - (places[place] as number);
          if (!isAt(bytes, start, place)) continue;
          passShort(start);
          const wordLength = (places[place + 2] as number) - (places[place + 1] as number);
          onWord(start + wordLength - 1, places[place + 3] as number);
        }
      }
      passShort(length);
    },
  };
}

/** Everything in flat arrays, as a search over a long log visits it millions of times. */
function layOut(words: readonly string[]) {
  const letters = Buffer.from(words.join(''), 'latin1').map((byte) => byte | lower);
  const bySlot: (readonly number[])[] = [[]];
  const sieve = new Uint16Array(1 << bits);
  let from = 0;
  for (const [number, word] of words.entries()) {
    const to = from + word.length;
    const pieces = word.length < shortestWord ? [] : piecesOf(letters.subarray(from, to));
    for (const { offset, values } of pieces) enter(values, [offset, from, to, number], { sieve, bySlot });
    from = to;
  }
  return { sieve, letters, ...flat(bySlot) };
}

interface Slots {
  readonly sieve: Uint16Array;
  readonly bySlot: (readonly number[])[];
}

/** All values of a piece share one slot, but for those whose place in the sieve is taken. */
function enter(values: readonly number[], place: readonly number[], { sieve, bySlot }: Slots): void {
  let own = 0;
  for (const value of values) {
    const hash = Math.imul(value, factor) >>> (32 - bits);
    const taken = sieve[hash] as number;
    if (taken === 0) {
      own ||= bySlot.push(place) - 1;
      sieve[hash] = own;
    } else if (taken !== own) {
      sieve[hash] = bySlot.push([...(bySlot[taken] ?? []), ...place]) - 1;
    }
  }
}

function flat(bySlot: readonly (readonly number[])[]) {
  const slots = new Int32Array(bySlot.length + 1);
  for (const [slot, entries] of bySlot.entries()) slots[slot + 1] = (slots[slot] as number) + entries.length;
  const places = new Int32Array(slots[bySlot.length] as number);
  for (const [slot, entries] of bySlot.entries()) places.set(entries, slots[slot]);
  return { slots, places };
}

import { createWordFinder } from './word-finder.ts';
import { wordsOf } from './words-of.ts';

/** Takes a line as its first byte and the one after its last, with the numbers of the patterns that it may match; they hold until it returns. */
export type OnLine = (start: number, end: number, patterns: readonly number[]) => void;

/** Finds the lines that may match one of many patterns. */
export interface LineSearch {
  /** The bytes must begin at an address that four divides and with the end of a line, and end with one, too. */
  find(bytes: Buffer, length: number, onLine: OnLine): void;
}

const newline = 10;

/** A search for the words of every pattern, and for some more words that make a line worth a look. */
export function createLineSearch(patterns: readonly RegExp[], more: readonly string[] = []): LineSearch {
  const { words, patternsOf } = wordsOfAll(patterns, more);
  const finder = createWordFinder(words);
  return {
    find(bytes, length, onLine) {
      const lines = createLines(bytes, { patternsOf, count: patterns.length, onLine });
      finder.find(bytes, length, lines.add);
      lines.flush();
    },
  };
}

/** Every line has its end, so that is the word of a pattern without a word. */
const everyLine = ['\n'];

function wordsOfAll(patterns: readonly RegExp[], more: readonly string[]) {
  const byWord = new Map<string, number[]>(more.map((word) => [word, []]));
  for (const [number, pattern] of patterns.entries()) {
    for (const word of wordsOf(pattern) ?? everyLine) {
      const numbers = byWord.get(word);
      if (numbers) numbers.push(number);
      else byWord.set(word, [number]);
    }
  }
  return { words: [...byWord.keys()], patternsOf: [...byWord.values()] };
}

interface LinesOptions {
  readonly patternsOf: readonly (readonly number[])[];
  readonly count: number;
  readonly onLine: OnLine;
}

/** Gathers what is found in a line until the next one begins. */
function createLines(bytes: Buffer, { patternsOf, count, onLine }: LinesOptions) {
  const lastLine = new Int32Array(count);
  let line = 0;
  let [start, end] = [0, 0];
  const found: number[] = [];

  function flush(): void {
    if (line > 0) onLine(start, end, found);
  }
  function begin(at: number): void {
    flush();
    start = bytes.lastIndexOf(newline, at - 1) + 1;
    end = bytes.indexOf(newline, at);
    found.length = 0;
    line += 1;
  }
  return {
    flush,
    add(at: number, word: number): void {
      if (at > end) begin(at);
      for (const pattern of patternsOf[word] as readonly number[]) {
        if (lastLine[pattern] === line) continue;
        lastLine[pattern] = line;
        found.push(pattern);
      }
    },
  };
}

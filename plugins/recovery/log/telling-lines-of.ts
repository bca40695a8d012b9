import { StringDecoder } from 'node:string_decoder';
import { nextTelling } from './line-filter.ts';

/** What does not end for this long is data, not a line. */
const longest = 1 << 20;

/** A line that is worth to be looked at, with its number in the whole log. */
export interface NumberedLine {
  readonly line: string;
  readonly number: number;
}

/** Finds the lines of a log that may tell something, chunk by chunk: most are passed over without being cut out. */
export async function* tellingLinesOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<NumberedLine> {
  let decoder: StringDecoder | undefined;
  let rest = '';
  let number = 1;
  for await (const chunk of bytes) {
    decoder ??= new StringDecoder(isUtf16(chunk) ? 'utf16le' : 'utf8');
    const text = rest + decoder.write(chunk);
    const end = text.lastIndexOf('\n') + 1;
    number = yield* linesIn(text.slice(0, end), number);
    rest = text.slice(end);
    if (rest.length > longest) rest = rest.slice(0, longest / 2);
  }
  yield* linesIn(`${rest}${decoder?.end() ?? ''}\n`, number);
}

/** Answers with the number of the line that comes after the text. */
function* linesIn(text: string, first: number): Generator<NumberedLine, number> {
  let number = first;
  let counted = 0;
  const countTo = (end: number) => {
    for (let at = text.indexOf('\n', counted); at !== -1 && at < end; at = text.indexOf('\n', counted)) {
      number += 1;
      counted = at + 1;
    }
  };
  for (let at = nextTelling(text, 0); at !== -1; ) {
    const start = text.lastIndexOf('\n', at) + 1;
    const end = text.indexOf('\n', at);
    countTo(start);
    yield { line: text.slice(start, end), number };
    at = nextTelling(text, end + 1);
  }
  countTo(text.length);
  return number;
}

/** Windows PowerShell writes redirected output like this. */
function isUtf16(chunk: Buffer): boolean {
  return chunk[0] === 0xff && chunk[1] === 0xfe;
}

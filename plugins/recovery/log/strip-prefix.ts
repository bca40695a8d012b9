import { stripVTControlCharacters } from 'node:util';

/** Job and step of `gh run view --log`. */
const jobAndStep = /^[^\t]{1,80}\t[^\t]{1,80}\t(?=\S*\d{4}-\d\d-\d\dT)/;
/** What Packer shows for a build, and its debug log: nothing stands before them. */
const packersOwn = /^(?: {4}|==> |\d{4}\/\d\d\/\d\d )/;
const heads: readonly RegExp[] = [
  // Times of GitHub, GitLab (with its stream), Jenkins and Packer itself.
  /^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?\]?:? ?(?:\d\d[OE][ +])?/,
  /^\[?\d\d:\d\d:\d\d(?:[.,]\d+)?\]?(?: (?! )| {2})/,
  /^(?:##\[(?:error|warning|debug|section|command|group)\]|::(?:error|warning|notice|debug)[^:]*::)/,
  /^(?:INFO|ERROR|WARN|DEBUG) {1,3}(?=\d{4}-\d\d-\d\d)/,
  /^p=\d+ u=\S+ n=\S+ \| ?/,
  /^[\w.-]{2,40} +\| (?=\S| {4}\S)/,
];

/** Takes off colours, what a carriage return has overwritten, and what CI systems put before each line. */
export function stripPrefix(line: string): string {
  const shown = line.includes('\u001b') ? stripVTControlCharacters(line) : line;
  let text = shown.includes('\r') ? lastShown(shown) : shown;
  if (packersOwn.test(text)) return text;
  if (text.includes('\t')) text = text.replace(jobAndStep, '');
  for (const head of heads) text = text.replace(head, '');
  return text.replace(/^\uFEFF/, '');
}

function lastShown(line: string): string {
  return line.replace(/\r+$/, '').split('\r').pop() ?? '';
}

/** A top-level stretch of a file. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What Packer allows at the top of a file, at the start of a line. `source` with one label belongs into a build. */
const opening =
  /^(?:(?:packer|variables|locals|build)[ \t]*\{|(?:variable|local|build)[ \t]+"[^"\n]*"[ \t]*\{|(?:source|data)[ \t]+"?[\w-]+"?[ \t]+"?[\w-]+"?[ \t]*\{)/gm;

/**
 * Cuts a broken file where a new top-level block evidently begins, so that an unfinished block cannot swallow the whole
 * ones behind it.
 */
export function splitPieces(text: string): readonly Stretch[] {
  const starts = [...text.matchAll(opening)].map((match) => match.index);
  if (starts[0] !== 0) starts.unshift(0);
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? text.length }));
}

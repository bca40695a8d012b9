/** One `{{ … }}` of Go's template language in a string. */
export interface GoTemplate {
  /** Counted from the beginning of the string. */
  readonly index: number;
  readonly text: string;
  /** What it does first, and behind each `|`: a function, a field, or something literal. */
  readonly steps: readonly string[];
}

/** Text in backquotes is literal, and may hold braces. */
const template = /\{\{-?((?:`[^`]*`|[^`}]|\}(?!\}))*?)-?\}\}/g;

/** The Go templates in a string as it is written, from left to right. */
export function goTemplatesIn(raw: string): readonly GoTemplate[] {
  return [...raw.matchAll(template)].map(({ index, 0: text, 1: inner = '' }) => ({
    index,
    text,
    steps: inner
      .replaceAll(/`[^`]*`|\\"(?:[^"\\])*\\"|"[^"]*"/g, (literal) => literal.replaceAll('|', ' '))
      .split('|')
      .map((step) => step.trim()),
  }));
}

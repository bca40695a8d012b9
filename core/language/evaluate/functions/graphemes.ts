const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What a reader takes for one character; HCL counts those. */
export function graphemes(text: string): readonly string[] {
  if (/^[\x20-\x7e\n\t]*$/.test(text)) return Array.from(text);
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

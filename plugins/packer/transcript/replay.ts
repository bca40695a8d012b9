import type { Outcome, OutputEvent } from './parser.ts';
import { createOutputParser, type ParserOptions } from './parser.ts';

/** Reads recorded output from start to end, with the times that its lines carry. */
export function replay(
  text: string,
  options: ParserOptions = {},
): { readonly events: readonly OutputEvent[]; readonly outcome: Outcome } {
  const parser = createOutputParser(options);
  const lines = text.replace(/\n$/, '').split('\n');
  const events = [...lines.flatMap((line) => parser.push(line)), ...parser.end()];
  return { events, outcome: parser.outcome() };
}

import type { ParsedOptions } from './invocation.ts';
import type { Output } from './output.ts';

/** Whether the answer is wanted as a document. */
export function isJson(options: ParsedOptions): boolean {
  return options.value('format') === 'json';
}

/** Prints the one document of a command. */
export function printJson(output: Output, document: object): void {
  output.out(JSON.stringify(document, null, 2));
}

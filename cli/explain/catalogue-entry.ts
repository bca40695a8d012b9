import { errorCatalogue } from '../../core/errors/index.ts';
import { placeholder } from './placeholder.ts';

/** An error of the catalogue as data; what differs from case to case stands in angle brackets. */
export interface CatalogueEntry {
  readonly code: string;
  readonly exit_code: number;
  readonly message: string;
  readonly remedy: string;
}

interface Texts {
  readonly exitCode: number;
  summary(context: object): unknown;
  remedy(context: object): unknown;
}

/** Every entry, in the order of the catalogue. */
export function catalogueEntries(): readonly CatalogueEntry[] {
  const context = placeholder('context');
  return Object.entries(errorCatalogue).map(([code, entry]) => {
    // A text that is nothing but one fact is the stand-in itself.
    const { exitCode, summary, remedy } = entry as unknown as Texts;
    return { code, exit_code: exitCode, message: String(summary(context)), remedy: String(remedy(context)) };
  });
}

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
  summary(context: object): string;
  remedy(context: object): string;
}

/** Every entry, in the order of the catalogue. */
export function catalogueEntries(): readonly CatalogueEntry[] {
  const context = placeholder('context');
  return Object.entries(errorCatalogue).map(([code, entry]) => {
    const { exitCode, summary, remedy } = entry as unknown as Texts;
    return { code, exit_code: exitCode, message: summary(context), remedy: remedy(context) };
  });
}

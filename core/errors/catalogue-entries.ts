import { errorCatalogue } from './catalogue/index.ts';
import type { ExitCode } from './exit-code.ts';

/** What documentation can say about an error without an example of it. */
export interface CatalogueEntry {
  readonly code: string;
  readonly exitCode: ExitCode;
}

/** Every code with its exit code, sorted, so that documentation can be compared with the catalogue. */
export function catalogueEntries(): readonly CatalogueEntry[] {
  return Object.entries(errorCatalogue)
    .map(([code, { exitCode }]) => ({ code, exitCode }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

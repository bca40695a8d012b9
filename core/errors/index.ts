export type { ConfigProblem } from './catalogue/config.ts';
export { type ErrorCode, type ErrorContext, errorCatalogue } from './catalogue/index.ts';
export { type CatalogueEntry, catalogueEntries } from './catalogue-entries.ts';
export { closestTo } from './closest.ts';
export { listed } from './definition.ts';
export { ExitCode, worstExitCode } from './exit-code.ts';
export { type ErrorRecord, HybridError, isHybridError, reasonOf } from './hybrid-error.ts';
export { errorText, type RenderedCause, type RenderedError, renderError } from './render.ts';

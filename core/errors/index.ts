export { asHybridError } from './as-hybrid-error.ts';
export type { ConfigProblem } from './catalogue/config.ts';
export { type ErrorCode, type ErrorContext, errorCatalogue } from './catalogue/index.ts';
export { closestTo } from './closest.ts';
export { listed } from './definition.ts';
export { ExitCode, worstExitCode } from './exit-code.ts';
export { type ErrorRecord, HybridError, isHybridError, reasonOf } from './hybrid-error.ts';

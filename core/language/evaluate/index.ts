export { evaluate } from './evaluate.ts';
export { asText, combine, known, sensitive, taintedBy, unknown } from './outcome.ts';
export type { Scope } from './scope.ts';

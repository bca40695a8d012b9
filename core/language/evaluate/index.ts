export { type Attempt, attempt, evaluate } from './evaluate.ts';
export type { FileAccess } from './file-access.ts';
export { pairsOf } from './loop.ts';
export { known, plainValue, sensitive, typedOf, unknown } from './outcome.ts';
export { type Scope, withNames } from './scope.ts';
export { readType } from './type-expression.ts';

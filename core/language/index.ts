export type * from './model.ts';
export type { Json, Value } from './value.ts';

export type * from '../language/index.ts';
export type { Impact, RecoveryComplexity, Severity, SourceRange } from '../schema/index.ts';
export { fillMessage, type MessageData, type Placeholders } from './placeholders.ts';
export type * from './rule.ts';
export { defineRule } from './rule.ts';
export type * from './views.ts';

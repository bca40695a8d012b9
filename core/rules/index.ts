export type * from '../language/index.ts';
export {
  attributeOf,
  attributeValue,
  blocksOf,
  componentApplies,
  evaluate,
  scopeOf,
  sourceBody,
  walkExpression,
} from '../language/index.ts';
export type { Finding, Impact, RecoveryComplexity, Severity, SourceRange } from '../schema/index.ts';
export type { ActiveRule } from './engine/active-rule.ts';
export { orderFindings, withoutDuplicates } from './engine/order-findings.ts';
export { type RulesOutcome, type RunRules, runRules } from './engine/run-rules.ts';
export { fillMessage, type MessageData, type Placeholders } from './placeholders.ts';
export type * from './rule.ts';
export { defineRule } from './rule.ts';
export type * from './views.ts';

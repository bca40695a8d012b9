export { closestTo } from '../errors/index.ts';
export type * from '../language/index.ts';
export {
  attributeOf,
  attributeSchema,
  attributeValue,
  blocksOf,
  bodySchema,
  checkConstraints,
  componentApplies,
  componentNames,
  evaluate,
  functionNames,
  functionSchema,
  indexedComponent,
  isBuiltIn,
  knownPlugin,
  knownPlugins,
  languageBlock,
  languageBlocks,
  legacyDocument,
  missingRequired,
  pluginOf,
  schemaOf,
  scopeOf,
  settingOf,
  sourceBody,
  templateFunctions,
  walkExpression,
} from '../language/index.ts';
export { type SourceText, sourceText } from '../language/syntax/source-text.ts';
export type { Finding, Impact, RecoveryComplexity, Severity, SourceRange } from '../schema/index.ts';
export * from './analysis/index.ts';
export * from './baseline/index.ts';
export type { ActiveRule } from './engine/active-rule.ts';
export { orderFindings, withoutDuplicates } from './engine/order-findings.ts';
export { type RulesOutcome, type RunRules, runRules } from './engine/run-rules.ts';
export * from './fixes/index.ts';
export * from './learning/index.ts';
export { fillMessage, type MessageData, type Placeholders } from './placeholders.ts';
export * from './places/index.ts';
export type * from './rule.ts';
export { defineRule } from './rule.ts';
export * from './selection/index.ts';
export { type Assignment, type Command, commandsIn, type Joint, type Redirection } from './shell/index.ts';
export type * from './views.ts';

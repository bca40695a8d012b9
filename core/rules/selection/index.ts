export { type CoreRule, coreRules } from './core-rules.ts';
export { type LoadedRules, loadRules } from './load-rules.ts';
export type { RulePack } from './rule-pack.ts';
export { ruleProblems } from './rule-problems.ts';
export {
  defaultConfidence,
  levelOf,
  type Preset,
  presets,
  type RuleLevel,
  type RuleSetting,
  type RuleSettings,
  ruleLevels,
} from './rule-settings.ts';
export { mayBeOn, selectRule } from './select-rule.ts';

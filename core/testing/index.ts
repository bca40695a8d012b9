export { runPlugin } from './run-plugin.ts';
export type { Outcome, Scenario, SettingsChanges, StandInBuild } from './scenario.ts';
export { commandResult } from './stand-in-engine.ts';
export { testRule } from './test-rule.ts';
export type { ExpectedFinding, InvalidCase, RuleCase, RuleCases, ValidCase } from './test-rule-case.ts';
export { testSettings } from './test-settings.ts';

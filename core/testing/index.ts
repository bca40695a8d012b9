export { runPlugin } from './run-plugin.ts';
export type { Outcome, Scenario, SettingsChanges, StandInBuild } from './scenario.ts';
export { commandResult } from './stand-in-engine.ts';
export { testSettings } from './test-settings.ts';

export type * from './context.ts';
export type {
  Contributions,
  PlatformContribution,
  ProvisionerContribution,
  RulePack,
} from './contributions.ts';
export { definePlugin, type EnvironmentReference, isPlugin } from './define-plugin.ts';
export type * from './failure-signature.ts';
export type {
  BailHook,
  CollectHook,
  EventHandler,
  HookHandler,
  HookMap,
  HookName,
  PublishOutcome,
  SeriesHook,
} from './hook-map.ts';
export { type Order, PLUGIN_API, type Plugin, type PluginApi } from './plugin.ts';
export type * from './recovery-action.ts';
export { recoveryDefaults } from './recovery-defaults.ts';
export {
  type PluginRegistry,
  type RegisteredHandler,
  registerPlugins,
} from './register-plugins.ts';
export type * from './services.ts';
export type * from './settings.ts';
export type { StandardSchema } from './standard-schema.ts';

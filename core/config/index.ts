export { defineConfig } from './define-config.ts';
export { env } from './environment-reference.ts';
export { type LoadConfig, loadConfig, type ResolvedConfig } from './load-config.ts';
export type { ConfigOrigin } from './origins.ts';
export type { ConfigOverrides } from './overrides.ts';
export type {
  ConfigFunction,
  ConfigRequest,
  Configurable,
  TemplateValues,
  UserConfig,
  UserEnvironment,
  UserSettings,
  UserTemplate,
} from './user-config.ts';

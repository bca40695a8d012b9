import type { ConfigFunction, UserConfig } from './user-config.ts';

/** Gives a configuration its types, so that editors complete it; a function learns environment, CI and command. */
export function defineConfig(config: UserConfig): UserConfig;
export function defineConfig(config: ConfigFunction): ConfigFunction;
export function defineConfig(config: UserConfig | ConfigFunction): UserConfig | ConfigFunction {
  return config;
}

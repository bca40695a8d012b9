import { configErrors } from './config.ts';
import { pluginErrors } from './plugin.ts';
import { recoveryErrors } from './recovery.ts';
import { rulesErrors } from './rules.ts';
import { runErrors } from './run.ts';
import { templateErrors } from './template.ts';
import { toolchainErrors } from './toolchain.ts';
import { usageErrors } from './usage.ts';
import { workspaceErrors } from './workspace.ts';

/** Every failure the product can raise. Codes are permanent: never rename or reuse one. */
export const errorCatalogue = {
  ...usageErrors,
  ...configErrors,
  ...pluginErrors,
  ...templateErrors,
  ...rulesErrors,
  ...runErrors,
  ...recoveryErrors,
  ...workspaceErrors,
  ...toolchainErrors,
} as const;

export type ErrorCode = keyof typeof errorCatalogue;
export type ErrorContext<C extends ErrorCode> = Parameters<(typeof errorCatalogue)[C]['summary']>[0];

import * as z from 'zod';

export const managerIds = ['apt', 'dnf', 'zypper', 'apk', 'pacman', 'brew'] as const;
export const ManagerId = z.enum(managerIds);
export type ManagerId = z.infer<typeof ManagerId>;

/** What a user may say in `toolchain({ … })`; without any of it the machine is looked at. */
export const ToolchainOptions = z.strictObject({
  /** The package manager to use on a machine that has several. */
  manager: ManagerId.optional(),
  /** How long one installation may take, in milliseconds. */
  timeoutMs: z.int().min(1_000).default(900_000),
});
export type ToolchainOptions = z.infer<typeof ToolchainOptions>;

import type { FailureFacts } from 'packer-hybrid';
import { configCauses } from './config.ts';
import { guestCauses } from './guest.ts';
import { infrastructureCauses } from './infrastructure.ts';
import { provisionerCauses } from './provisioner.ts';
import { securityCauses } from './security.ts';
import { toolchainCauses } from './toolchain.ts';
import { transientCauses } from './transient.ts';

/** What is known of every cause, by its name. */
export const causes: Readonly<Record<string, FailureFacts>> = {
  ...configCauses,
  ...guestCauses,
  ...infrastructureCauses,
  ...provisionerCauses,
  ...securityCauses,
  ...toolchainCauses,
  ...transientCauses,
};

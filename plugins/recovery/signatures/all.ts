import type { FailureSignature } from 'packer-hybrid';

import { api } from './api.ts';
import { communicator } from './communicator.ts';
import { host } from './host.ts';
import { iso } from './iso.ts';
import { lifecycle } from './lifecycle.ts';
import { packer } from './packer.ts';
import { provisioning } from './provisioning.ts';
import { template } from './template.ts';

/** What can go wrong on every platform. */
export const generalSignatures: readonly FailureSignature[] = [
  ...communicator,
  ...lifecycle,
  ...provisioning,
  ...template,
  ...iso,
  ...api,
  ...host,
  ...packer,
];

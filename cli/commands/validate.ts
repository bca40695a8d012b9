import type { Command } from '../invocation.ts';
import { validate } from '../validate/validate.ts';

/** `validate`: what our rules find and what Packer itself says, merged. */
export const command: Command = validate;

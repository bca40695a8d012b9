import type { RulePack } from 'packer-hybrid/rules';
import { rules } from './index.gen.ts';

/** The rules of the house: `<id>/readme.md` beside this file explains each. */
export const builtInRules: RulePack = {
  id: 'packer-hybrid',
  rules,
  folder: new URL('.', import.meta.url).href,
};

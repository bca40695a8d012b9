import type { AnyRule } from '../rule.ts';

/** Rules of one origin, loaded only when they are enabled. */
export interface RulePack {
  readonly id: string;
  /** By rule id; each module's default export is the rule. */
  readonly rules: Readonly<Record<string, () => Promise<{ readonly default: AnyRule }>>>;
  /** The folder in which each rule has its `<id>/readme.md`, as a `file:` address. */
  readonly folder?: string;
}

import { reasonOf } from '../../errors/index.ts';
import type { Finding } from '../../schema/index.ts';
import type { ActiveRule } from '../engine/active-rule.ts';
import type { AnyRule } from '../rule.ts';
import type { RulePack } from './rule-pack.ts';
import type { RuleSettings } from './rule-settings.ts';
import { mayBeOn, selectRule } from './select-rule.ts';

export interface LoadedRules {
  readonly rules: readonly ActiveRule[];
  /** One for each rule that could not be loaded; the others are there all the same. */
  readonly findings: readonly Finding[];
}

/** Loads the rules that the settings turn on, and no others. */
export async function loadRules(packs: readonly RulePack[], settings: RuleSettings): Promise<LoadedRules> {
  const wanted = packs.flatMap(({ rules }) => Object.entries(rules)).filter(([id]) => mayBeOn(id, settings));
  const loaded = await Promise.all(wanted.map(([id, load]) => loadRule(id, load)));
  return {
    rules: loaded.flatMap((one) => ('create' in one ? (selectRule(one, settings) ?? []) : [])),
    findings: loaded.flatMap((one) => ('create' in one ? [] : one)),
  };
}

/** A rule, or the finding that says why there is none. */
async function loadRule(id: string, load: RulePack['rules'][string]): Promise<AnyRule | Finding> {
  try {
    const { default: rule } = await load();
    if (rule?.id !== id) throw new TypeError(`its module has the rule "${String(rule?.id)}" instead.`);
    return rule;
  } catch (cause) {
    return {
      rule: 'core/rule-crashed',
      family: 'core',
      severity: 'low',
      impact: 'hard-to-maintain',
      recovery_complexity: 'moderate',
      confidence: 1,
      message: `The rule "${id}" could not be loaded: ${reasonOf(cause)}`,
      remedy: `Report this to whoever maintains the rule, or set "${id}" to "off" in the configuration's rules.`,
    };
  }
}

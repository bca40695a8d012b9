import { HybridError } from '../errors/index.ts';
import type { RulePack } from '../plugin/index.ts';
import { type RuleSettings, ruleProblems } from '../rules/index.ts';

/** A misspelt rule would silently stay as it is. Where no plugin brings rules, every name may belong to one that is not there. */
export function checkRuleNames(settings: RuleSettings, packs: readonly RulePack[]): void {
  if (packs.length === 0) return;
  const problems = ruleProblems(
    settings,
    packs.flatMap(({ rules }) => Object.keys(rules)),
  );
  if (problems.length > 0) {
    throw new HybridError('PH_CONFIG_INVALID', { file: 'The configuration', problems });
  }
}

import { type ConfigProblem, closestTo } from '../../errors/index.ts';
import { coreRules } from './core-rules.ts';
import { type RuleSettings, ruleLevels } from './rule-settings.ts';

/** Names in the configuration's `rules` that are no rule, each with what was most likely meant. */
export function ruleProblems(settings: RuleSettings, ids: readonly string[]): readonly ConfigProblem[] {
  const known = [...ids, ...coreRules];
  return [...ruleLevels(settings).keys()]
    .filter((name) => !isKnown(name, known))
    .map((name) => {
      const meant = closestTo(name, [...known, ...families(known)]);
      return {
        path: `rules["${name}"]`,
        message: 'is not a known rule',
        fix: meant
          ? `Did you mean "${meant}"?`
          : `Remove rules["${name}"]: \`packer-hybrid rules list\` names every rule.`,
      };
    });
}

function isKnown(name: string, known: readonly string[]): boolean {
  if (name.endsWith('/*')) return families(known).includes(name);
  return known.some((id) => name === id || name.startsWith(`${id}/`));
}

function families(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.map((id) => `${id.split('/')[0]}/*`))];
}

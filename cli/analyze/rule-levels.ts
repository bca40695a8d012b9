import { closestTo, HybridError } from '../../core/errors/index.ts';
import {
  type Preset,
  presets,
  type RuleLevel,
  type RulePack,
  type RuleSettings,
  ruleProblems,
} from '../../core/rules/index.ts';
import { severities } from '../../core/schema/index.ts';
import type { ParsedOptions } from '../invocation.ts';

const levels: readonly RuleLevel[] = ['off', 'on', ...severities];

/** The configured rules with what --preset and --rule set over them; a name that is no rule is refused. */
export function ruleSettings(
  configured: RuleSettings,
  options: Pick<ParsedOptions, 'value' | 'list'>,
  packs: readonly RulePack[],
): RuleSettings {
  const ids = packs.flatMap(({ rules }) => Object.keys(rules));
  const problems = ids.length > 0 ? ruleProblems(configured, ids) : [];
  if (problems.length > 0)
    throw new HybridError('PH_CONFIG_INVALID', { file: 'The configuration', problems });
  const preset = presets.find((name) => name === options.value('preset'));
  const given = options.list('rule').map((text) => levelFrom(text, configured, ids));
  return { ...withPreset(configured, preset), ...Object.fromEntries(given) };
}

/** A preset on the command line means exactly this set, so that levels of the configuration do not thin it out. */
function withPreset(configured: RuleSettings, preset: Preset | undefined): RuleSettings {
  if (preset === undefined) return configured;
  const { confidence } = configured;
  return { preset, ...(confidence === undefined ? {} : { confidence }) };
}

function levelFrom(text: string, configured: RuleSettings, ids: readonly string[]) {
  const [id = '', level = 'on'] = text.split('=');
  const known = levels.find((name) => name === level);
  if (known === undefined) {
    throw new HybridError('PH_USAGE_VALUE', {
      what: `--rule ${id}`,
      value: level,
      allowed: levels,
      didYouMean: closestTo(level, levels),
    });
  }
  const [problem] = ids.length > 0 ? ruleProblems({ [id as `${string}/${string}`]: known }, ids) : [];
  if (problem !== undefined || !id.includes('/')) {
    const allowed = ['a rule of `packer-hybrid rules list`, with =off, =on or a severity'];
    throw new HybridError('PH_USAGE_VALUE', {
      what: '--rule',
      value: id,
      allowed,
      didYouMean: closestTo(id, ids),
    });
  }
  const setting = configured[id as `${string}/${string}`];
  const [, ruleOptions] = typeof setting === 'string' || setting === undefined ? [] : setting;
  return [id, ruleOptions === undefined ? known : [known, ruleOptions]] as const;
}

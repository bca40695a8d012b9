import type { Severity } from '../../schema/index.ts';
import type { ActiveRule } from '../engine/active-rule.ts';
import type { AnyRule } from '../rule.ts';
import { levelOf, type RuleLevel, type RuleSetting, type RuleSettings, ruleLevels } from './rule-settings.ts';

/** Whether a rule can be on at all: what is off for certain is not even loaded. */
export function mayBeOn(id: string, settings: RuleSettings): boolean {
  const setting = settingFor(id, ruleLevels(settings));
  if (setting !== undefined) return levelOf(setting) !== 'off';
  return settings.preset !== 'security' || id.startsWith('security/');
}

/** A rule as the settings want it; undefined when it is off. */
export function selectRule(rule: AnyRule, settings: RuleSettings): ActiveRule | undefined {
  const levels = ruleLevels(settings);
  const setting = settingFor(rule.id, levels);
  const level: RuleLevel =
    setting === undefined ? (isPreset(rule, settings) ? 'on' : 'off') : levelOf(setting);
  if (level === 'off') return undefined;
  const subs = subLevels(rule.id, levels);
  return {
    rule,
    severity: severityOf(level),
    ...(Object.keys(subs).length > 0 && { subs }),
    ...(typeof setting === 'object' && setting.length > 1 && { options: setting[1] }),
  };
}

function isPreset({ id, meta }: AnyRule, { preset = 'recommended' }: RuleSettings): boolean {
  if (preset === 'strict') return true;
  return preset === 'security' ? id.startsWith('security/') : meta.recommended;
}

/** The rule's own setting, or that of its family. */
function settingFor(id: string, levels: ReadonlyMap<string, RuleSetting>): RuleSetting | undefined {
  return levels.get(id) ?? levels.get(`${id.split('/')[0]}/*`);
}

function subLevels(id: string, levels: ReadonlyMap<string, RuleSetting>): Record<string, Severity | 'off'> {
  const subs: Record<string, Severity | 'off'> = {};
  for (const [name, setting] of levels) {
    if (!name.startsWith(`${id}/`)) continue;
    const level = levelOf(setting);
    if (level !== 'on') subs[name.slice(id.length + 1)] = level;
  }
  return subs;
}

function severityOf(level: RuleLevel): Severity | undefined {
  return level === 'on' || level === 'off' ? undefined : level;
}

import type { Finding } from '../../schema/index.ts';
import { levelOf, type RuleSettings, ruleLevels } from '../selection/rule-settings.ts';

/** Findings that no rule module makes (errors of the language, the engine's own), at the level that the settings give them. */
export function atConfiguredLevel(findings: readonly Finding[], settings: RuleSettings): readonly Finding[] {
  const levels = ruleLevels(settings);
  return findings.flatMap((finding): readonly Finding[] => {
    const setting =
      levels.get(finding.rule) ?? (finding.family === 'core' ? levels.get('core/*') : undefined);
    const level = setting === undefined ? 'on' : levelOf(setting);
    if (level === 'off') return [];
    return [level === 'on' ? finding : { ...finding, severity: level }];
  });
}

import type { Severity } from '../../schema/index.ts';

export const presets = ['recommended', 'strict', 'security'] as const;
/** Which rules are on where nothing is said of them: the recommended ones, all, or the family of that name. */
export type Preset = (typeof presets)[number];

/** `on` keeps the severity that the rule itself has. */
export type RuleLevel = 'off' | 'on' | Severity;
/** A level, or a level with options of the rule. */
export type RuleSetting = RuleLevel | readonly [RuleLevel] | readonly [RuleLevel, unknown];

/** The configuration's `rules`: levels by rule id, `<family>/*`, or rule id with a sub-code; the nearest name wins. */
export interface RuleSettings {
  readonly preset?: Preset | undefined;
  /** Findings with less confidence are shown as hints only; 0.3 unless told. */
  readonly confidence?: number | undefined;
  readonly [rule: `${string}/${string}`]: RuleSetting | undefined;
}

export const defaultConfidence = 0.3;

/** The settings of single rules, without the preset and the like. */
export function ruleLevels(settings: RuleSettings): ReadonlyMap<string, RuleSetting> {
  const entries = Object.entries(settings) as [string, RuleSetting | undefined][];
  return new Map(
    entries.flatMap(([id, setting]): [string, RuleSetting][] =>
      id.includes('/') && setting !== undefined ? [[id, setting]] : [],
    ),
  );
}

/** The level of a setting. */
export function levelOf(setting: RuleSetting): RuleLevel {
  return typeof setting === 'string' ? setting : setting[0];
}

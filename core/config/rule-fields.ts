import * as z from 'zod';
import { presets, type RuleSetting, type RuleSettings } from '../rules/selection/rule-settings.ts';
import { severities } from '../schema/index.ts';
import { choice, numberFrom, record } from './fields.ts';

const levels = ['off', 'on', ...severities] as const;
const level = choice(levels);
const withOptions = z.union([z.tuple([level]), z.tuple([level, z.unknown()])]);
const what = 'a level ("off", "on" or a severity), or a list of a level and the options of the rule';

/** A misspelt level is answered with what was meant, which a union of texts and lists would not do. */
const setting = z.unknown().superRefine((value, context) => {
  if (typeof value === 'string') {
    if (level.safeParse(value).success) return;
    context.addIssue({ code: 'invalid_value', values: [...levels], input: value, message: what });
  } else if (!withOptions.safeParse(value).success) {
    context.addIssue({ code: 'custom', message: what });
  }
}) as z.ZodType<RuleSetting>;

const share = 'a number from 0 to 1';
const names = ['preset', 'confidence'];
const Known = z
  .object({
    preset: choice(presets).optional(),
    confidence: numberFrom(0)
      .refine((value) => value <= 1, { error: share })
      .optional(),
  })
  .catchall(setting);

/** Rules have a family before their name. */
function isName(name: string): boolean {
  return names.includes(name) || name.includes('/');
}

/** `rules`: a preset, a threshold, and levels by rule name. Whether a rule of that name exists is known when the plugins are. */
export const Rules: z.ZodType<RuleSettings> = record(z.unknown(), 'an object of rule names and levels')
  .superRefine((rules, context) => {
    const keys = Object.keys(rules).filter((name) => !isName(name));
    if (keys.length === 0) return;
    context.addIssue({ code: 'unrecognized_keys', keys, input: rules, message: names.join(' ') });
  })
  .transform((rules) => Object.fromEntries(Object.entries(rules).filter(([name]) => isName(name))))
  .pipe(Known)
  .transform((rules) => rules as RuleSettings);

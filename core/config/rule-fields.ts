import * as z from 'zod';
import { presets, type RuleSetting, type RuleSettings } from '../rules/selection/rule-settings.ts';
import { severities } from '../schema/index.ts';
import { choice, numberFrom } from './fields.ts';

const level = choice(['off', 'on', ...severities]);
const what = 'a level ("off", "on" or a severity), or a list of a level and the options of the rule';
const setting: z.ZodType<RuleSetting> = z.union([level, z.tuple([level]), z.tuple([level, z.unknown()])], {
  error: what,
});

const share = 'a number from 0 to 1';

/** `rules`: a preset, a threshold, and levels by rule name. Whether a rule of that name exists is known when the plugins are. */
export const Rules = z
  .object(
    {
      preset: choice(presets).optional(),
      confidence: numberFrom(0)
        .refine((value) => value <= 1, { error: share })
        .optional(),
    },
    { error: 'an object of rule names and levels' },
  )
  .catchall(setting)
  .superRefine((rules, context) => {
    const keys = Object.keys(rules).filter(
      (name) => name !== 'preset' && name !== 'confidence' && !name.includes('/'),
    );
    if (keys.length === 0) return;
    context.addIssue({
      code: 'unrecognized_keys',
      keys,
      input: rules,
      message: 'preset confidence',
    });
  })
  .transform((rules) => rules as RuleSettings);

import { reasonOf } from '../../errors/index.ts';
import type { Template } from '../../language/index.ts';
import type { Finding } from '../../schema/index.ts';
import type { AnyRule } from '../rule.ts';

/** A rule that failed is told like any other finding, so that one defect does not take the other rules with it. */
export function crashFinding({ id }: AnyRule, template: Template, cause: unknown): Finding {
  const nowhere = { line: 1, column: 1, offset: 0 };
  const file = template.files[0]?.path ?? template.path;
  return {
    rule: 'core/rule-crashed',
    family: 'core',
    severity: 'low',
    impact: 'hard-to-maintain',
    recovery_complexity: 'moderate',
    confidence: 1,
    message: `The rule "${id}" failed in ${file} and found nothing more there: ${reasonOf(cause)}`,
    remedy: `Report this to whoever maintains the rule, or set "${id}" to "off" in the configuration's rules.`,
    template: template.path,
    range: { file, start: nowhere, end: nowhere },
  };
}

import { closestTo } from '../../errors/index.ts';
import type { Template } from '../../language/index.ts';
import type { Finding, SourceRange } from '../../schema/index.ts';
import type { CoreRule } from '../selection/core-rules.ts';
import { type Directive, means } from './directive.ts';

interface Place {
  readonly template: Template;
  readonly range: SourceRange;
}

/** A suppression nobody can judge later still holds, but is told of. */
export function withoutReasonFinding({ rules }: Directive, place: Place): Finding {
  const named = rules.length === 0 ? 'This suppression' : `The suppression of ${rules.join(', ')}`;
  return coreFinding('core/suppression-without-reason', place, {
    severity: 'medium',
    message: `${named} gives no reason.`,
    remedy: 'Say why behind two dashes, so that others can tell when it is no longer needed.',
    example: `# packer-hybrid: ignore ${rules.join(', ') || 'security/winrm-no-tls'} -- the build network is isolated`,
  });
}

/** A suppression that suppresses nothing hides the next true finding. */
export function unusedFinding(name: string | undefined, known: readonly string[], place: Place): Finding {
  const isKnown = name === undefined || known.some((id) => means(name, id) || means(id, name));
  const meant = isKnown || name === undefined ? undefined : closestTo(name, known);
  return coreFinding('core/unused-suppression', place, {
    severity: 'low',
    message:
      name === undefined
        ? 'This suppression names no rule, so it suppresses nothing.'
        : isKnown
          ? `The suppression of "${name}" has no effect: the rule finds nothing here.`
          : `The suppression of "${name}" has no effect: there is no rule of that name.`,
    remedy: meant ? `Did you mean "${meant}"?` : 'Remove it, or put it right before what it is about.',
  });
}

function coreFinding(
  rule: CoreRule,
  { template, range }: Place,
  told: Pick<Finding, 'severity' | 'message' | 'remedy' | 'example'>,
): Finding {
  return {
    rule,
    family: 'core',
    impact: 'hard-to-maintain',
    recovery_complexity: 'trivial',
    confidence: 1,
    template: template.path,
    range,
    ...told,
  };
}

import {
  attributeOf,
  durationSeconds,
  type RecoverContext,
  type RecoverySettings,
  type Template,
  type TemplateEdit,
} from 'packer-hybrid';
import { earlierFixes } from '../plan/earlier.ts';
import { builtInAction, type Proposal } from './built-in-action.ts';
import { raisedLimit } from './edit/raised-limit.ts';
import { setAttribute } from './edit/set-attribute.ts';
import { writtenDuration } from './edit/written-duration.ts';
import { type Limit, limitsOf } from './limits-of.ts';

const id = 'increase-timeout';

/** Raises the time limit that was too short, once in a run, in the copy of the template that is built next. */
export const increaseTimeout = builtInAction({
  id,
  corrects: true,
  propose(context) {
    if (context.diagnosis?.action !== id) return undefined;
    if (earlierFixes(context, id).length > 0) return { refusal: 'A longer time limit did not help.' };
    const limits = limitsOf(context);
    if (limits.length === 0) return { refusal: 'The template has no time limit for it.' };
    return raise(limits, context);
  },
});

function raise(
  limits: readonly Limit[],
  { template, settings: { recovery } }: Pick<RecoverContext, 'template' | 'settings'>,
): Proposal {
  const raised = limits.map((limit) => raiseOne(limit, template, recovery));
  const edits = raised.flatMap((one) => ('edit' in one ? [one.edit] : []));
  const [first] = raised;
  if (edits.length === 0) return first && 'refusal' in first ? first : undefined;
  const changes = raised.flatMap((one) => ('edit' in one ? [one.change] : []));
  return { step: { action: id, title: `Raise ${[...new Set(changes)].join(' and ')}.`, edits } };
}

type Raised = { readonly edit: TemplateEdit; readonly change: string } | { readonly refusal: string };

function raiseOne(limit: Limit, template: Template, { timeouts }: RecoverySettings): Raised {
  const { attribute, body } = limit;
  const seconds = secondsOf(limit);
  if (seconds === undefined) return { refusal: `How long ${attribute} is, only Packer can tell.` };
  const higher = raisedLimit(seconds, timeouts);
  const now = writtenDuration(seconds);
  if (higher === undefined) {
    return {
      refusal: `${attribute} is ${now}, and ${timeouts.ceilingMinutes} minutes is the highest that is set by itself.`,
    };
  }
  const value = writtenDuration(higher);
  const edit = setAttribute(template, body, { name: attribute, value });
  if (!edit) return { refusal: `${attribute} is written in a way that cannot be changed safely.` };
  return { edit, change: `${attribute} from ${now} to ${value}` };
}

/** Packer takes an empty or zero duration for one that is not set. */
function secondsOf({ body, attribute, byDefault }: Limit): number | undefined {
  const value = attributeOf(body, attribute)?.value ?? { state: 'known', value: null };
  if (value.state !== 'known') return undefined;
  const written = value.value === null || value.value === '' ? '0s' : value.value;
  const seconds = typeof written === 'string' ? durationSeconds(written) : undefined;
  if (seconds === 0) return byDefault === undefined ? undefined : durationSeconds(byDefault);
  return seconds !== undefined && seconds > 0 ? seconds : undefined;
}

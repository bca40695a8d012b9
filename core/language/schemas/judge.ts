import type { Body } from '../model.ts';
import { blocksOf } from '../query/body-queries.ts';
import { holds, matches } from './condition.ts';
import type { Constraint, ConstraintKind } from './constraint.ts';
import type { AttributeSchema, BodySchema } from './schema.ts';
import { type Setting, settingAt } from './setting.ts';

/** What a constraint is judged in: a body, its schema, and the body around it for a nested block. */
export interface Surroundings {
  readonly body: Body;
  readonly schema: BodySchema;
  readonly parent: Body | undefined;
}

/** What is wrong: too much, too little, or a value that does not go with the others. */
export interface Verdict {
  readonly problem: 'missing' | 'together' | 'value';
  /** The names that it is about, the one to point at first. */
  readonly names: readonly string[];
}

type Of<Kind extends ConstraintKind, One = Constraint> = One extends Constraint
  ? Kind extends One['kind']
    ? One
    : never
  : never;
type Judge<Kind extends ConstraintKind> = (
  constraint: Of<Kind>,
  surroundings: Surroundings,
) => Verdict | undefined;

/** Judges one constraint; silent wherever something that matters is unknown. */
export function judge(constraint: Constraint, surroundings: Surroundings): Verdict | undefined {
  const decide = judges[constraint.kind] as Judge<ConstraintKind>;
  return decide(constraint, surroundings);
}

const judges: { readonly [Kind in ConstraintKind]: Judge<Kind> } = {
  exactly_one_of: (constraint, around) =>
    tooMany(constraint.attributes, around) ?? noneOf(constraint.attributes, constraint, around),
  at_least_one_of: (constraint, around) => noneOf(constraint.attributes, constraint, around),
  mutually_exclusive: ({ attributes }, around) => tooMany(attributes, around),
  all_or_none: ({ attributes }, around) => partly(attributes, around),
  less_or_equal: lessOrEqual,
  required_if_any: ({ attributes, when }, around) =>
    holds(when, around.body) === true ? noneOf(attributes, {}, around) : undefined,
  required_if_exactly_one: ({ attributes, when }, around) =>
    holds(when, around.body) === true
      ? (tooMany(attributes, around) ?? noneOf(attributes, {}, around))
      : undefined,
  requires: needsAll,
  requires_any: needsAny,
  required_if: requiredIf,
  forbidden_if: ({ attribute, when }, { body }) =>
    isSet(body, attribute) && holds(when, body) === true
      ? { problem: 'together', names: [attribute, ...Object.keys(when)] }
      : undefined,
  forbidden_value: ({ attribute, when, values = [] }, { body }) =>
    holds(when, body) === true && matches(settingAt(body, attribute), values) === true
      ? { problem: 'value', names: [attribute, ...Object.keys(when)] }
      : undefined,
  allowed_values_if: ({ attribute, when, values = [] }, { body }) =>
    holds(when, body) === true && matches(settingAt(body, attribute), values) === false
      ? { problem: 'value', names: [attribute, ...Object.keys(when)] }
      : undefined,
  only_if: ({ attribute, when }, { body }) => onlyIf(attribute, body, [when, body]),
  only_if_parent: ({ attribute, when }, { body, parent }) =>
    parent && onlyIf(attribute, body, [when, parent]),
  ignored_if: ({ attribute, when }, { body }) =>
    isSet(body, attribute) && holds(when, body) === true
      ? { problem: 'together', names: [attribute, ...Object.keys(when)] }
      : undefined,
  waived_if: () => undefined,
  required_unless: ({ attribute, unless }, { body }) =>
    [attribute, ...unless].every((name) => isUnset(body, name))
      ? { problem: 'missing', names: [attribute, ...unless] }
      : undefined,
  required_unless_env: ({ attribute, unless }, around) => noneOf([attribute], { unless }, around),
  exactly_one_group: ({ groups, unless }, around) =>
    tooManyGroups(groups, around) ?? noneOf(groups.flat(), { unless }, around),
  at_least_one_group: ({ groups, unless }, around) => noneOf(groups.flat(), { unless }, around),
  min_blocks: ({ block, min }, { body }) =>
    settingAt(body, block).presence === 'unset' && min > 0
      ? { problem: 'missing', names: [block] }
      : undefined,
  max_blocks_of: ({ block, limit }, { body }) =>
    blocksOf(body, 'dynamic').length === 0 && blocksOf(body, block).length > blocksOf(body, limit).length
      ? { problem: 'together', names: [block, limit] }
      : undefined,
};

const isSet = (body: Body, name: string) => settingAt(body, name).presence === 'set';
const isUnset = (body: Body, name: string) => settingAt(body, name).presence === 'unset';

function tooMany(attributes: readonly string[], { body }: Surroundings): Verdict | undefined {
  const set = attributes.filter((name) => isSet(body, name));
  return set.length > 1 ? { problem: 'together', names: set.toReversed() } : undefined;
}

/** Nothing is missing where a condition waives it, or may do so. */
function noneOf(
  attributes: readonly string[],
  { unless }: { readonly unless?: Readonly<Record<string, never>> | Of<'required_unless_env'>['unless'] },
  { body }: Surroundings,
): Verdict | undefined {
  if (unless && holds(unless, body) !== false) return undefined;
  return attributes.every((name) => isUnset(body, name))
    ? { problem: 'missing', names: attributes }
    : undefined;
}

function partly(attributes: readonly string[], { body }: Surroundings): Verdict | undefined {
  const missing = attributes.filter((name) => isUnset(body, name));
  const set = attributes.filter((name) => isSet(body, name));
  return missing.length > 0 && set.length > 0
    ? { problem: 'missing', names: [...missing, ...set] }
    : undefined;
}

function tooManyGroups(groups: readonly (readonly string[])[], { body }: Surroundings): Verdict | undefined {
  const used = groups.flatMap((group) => group.find((name) => isSet(body, name)) ?? []);
  return used.length > 1 ? { problem: 'together', names: used.toReversed() } : undefined;
}

function lessOrEqual({ attributes }: Of<'less_or_equal'>, { body, schema }: Surroundings) {
  const [low = '', high = ''] = attributes;
  const minimum = numberOf(settingAt(body, low), schema.attributes[low]);
  const maximum = numberOf(settingAt(body, high), schema.attributes[high]);
  if (minimum === undefined || maximum === undefined || minimum <= maximum) return undefined;
  return { problem: 'value' as const, names: isSet(body, low) ? [low, high] : [high, low] };
}

/** A number, or the default where nothing is set. */
function numberOf({ presence, value }: Setting, schema: AttributeSchema | undefined): number | undefined {
  const found = presence === 'unset' ? schema?.default : value;
  const number = typeof found === 'string' && found !== '' ? Number(found) : found;
  return typeof number === 'number' && !Number.isNaN(number) ? number : undefined;
}

function needsAll({ attribute, needs, whenValuePrefix }: Of<'requires'>, { body }: Surroundings) {
  const setting = settingAt(body, attribute);
  if (setting.presence !== 'set') return undefined;
  if (whenValuePrefix !== undefined && !String(setting.value).startsWith(whenValuePrefix)) return undefined;
  const missing = needs.filter((name) => isUnset(body, name));
  return missing.length > 0 ? { problem: 'missing' as const, names: [...missing, attribute] } : undefined;
}

function needsAny({ attribute, needs }: Of<'requires_any'>, { body }: Surroundings): Verdict | undefined {
  return isSet(body, attribute) && needs.every((name) => isUnset(body, name))
    ? { problem: 'missing', names: [...needs, attribute] }
    : undefined;
}

function requiredIf({ attribute, when, values }: Of<'required_if'>, { body }: Surroundings) {
  if (holds(when, body) !== true) return undefined;
  const setting = settingAt(body, attribute);
  const names = [attribute, ...Object.keys(when)];
  if (setting.presence === 'unset') return { problem: 'missing' as const, names };
  return values && matches(setting, values) === false ? { problem: 'value' as const, names } : undefined;
}

function onlyIf(
  attribute: string,
  body: Body,
  [when, judged]: readonly [Of<'only_if'>['when'], Body],
): Verdict | undefined {
  return isSet(body, attribute) && holds(when, judged) === false
    ? { problem: 'together', names: [attribute, ...Object.keys(when)] }
    : undefined;
}

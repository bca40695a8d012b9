import type { Constraint, When } from './constraint.ts';
import type { Verdict } from './judge.ts';

/** What a broken constraint means, in one sentence. */
export function describeViolation(constraint: Constraint, { problem, names }: Verdict): string {
  const [first = ''] = names;
  if (problem === 'value') return valueSentence(constraint, names);
  if (problem === 'missing') return missingSentence(constraint, names);
  if (constraint.kind === 'max_blocks_of') {
    return `There are more ${constraint.block} blocks than ${constraint.limit} blocks.`;
  }
  if (constraint.kind === 'only_if' || constraint.kind === 'only_if_parent') {
    return `"${first}" only works with ${conditionText(constraint.when)}.`;
  }
  if (constraint.kind === 'ignored_if') {
    return `"${first}" is ignored with ${conditionText(constraint.when)}.`;
  }
  if ('when' in constraint && constraint.kind === 'forbidden_if') {
    return `"${first}" must not be set with ${conditionText(constraint.when)}.`;
  }
  return `${quoted(names, 'and')} exclude each other: only one of them may be set.`;
}

function missingSentence(constraint: Constraint, names: readonly string[]): string {
  const [first = ''] = names;
  switch (constraint.kind) {
    case 'requires':
      return `"${constraint.attribute}" needs ${quoted(without(names, constraint.attribute), 'and')} as well.`;
    case 'requires_any':
      return `"${constraint.attribute}" needs ${quoted(constraint.needs, 'or')} as well.`;
    case 'all_or_none':
      return `"${first}" is missing: ${quoted(constraint.attributes, 'and')} belong together.`;
    case 'required_if':
      return `"${first}" is required with ${conditionText(constraint.when)}.`;
    case 'required_if_any':
    case 'required_if_exactly_one':
      return `${quoted(names, 'or')} is required with ${conditionText(constraint.when)}.`;
    case 'min_blocks':
      return `At least ${constraint.min} ${first} block${constraint.min === 1 ? ' is' : 's are'} required.`;
    case 'exactly_one_group':
    case 'at_least_one_group':
      return `One of ${constraint.groups.map((group) => quoted(group, 'and')).join(', or ')} is required.`;
    default:
      return names.length === 1 ? `"${first}" is required.` : `One of ${quoted(names, 'or')} is required.`;
  }
}

function valueSentence(constraint: Constraint, names: readonly string[]): string {
  const [first = '', second = ''] = names;
  if (constraint.kind === 'less_or_equal') {
    const [low = '', high = ''] = constraint.attributes;
    return `"${low}" must not be greater than "${high}".`;
  }
  if (!('when' in constraint) || !('values' in constraint)) return `"${first}" does not fit "${second}".`;
  const values = (constraint.values ?? []).filter((value) => value !== null).map((value) => String(value));
  const verb = constraint.kind === 'forbidden_value' ? 'must not be' : 'must be';
  return `"${first}" ${verb} ${quoted(values, 'or')} with ${conditionText(constraint.when)}.`;
}

function conditionText(when: When): string {
  const texts = Object.entries(when).map(([name, values]) => {
    if (values === 'set') return `"${name}" set`;
    const wanted = values.filter((value) => value !== null).map((value) => JSON.stringify(value));
    if (wanted.length === 0) return `"${name}" unset`;
    return `${name} = ${wanted.join(' or ')}`;
  });
  return texts.join(' and ');
}

function without(names: readonly string[], dropped: string): readonly string[] {
  return names.filter((name) => name !== dropped);
}

function quoted(names: readonly string[], word: 'and' | 'or'): string {
  const all = names.map((name) => `"${name}"`);
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} ${word} ${all.at(-1)}`;
}

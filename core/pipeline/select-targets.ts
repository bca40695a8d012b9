import { closestTo, HybridError } from '../errors/index.ts';
import type { Target } from '../schema/index.ts';
import { isNamed } from './name-pattern.ts';
import type { Selection } from './types.ts';

/** Narrows targets to what was asked for; a name that fits nothing is an error that lists what exists. */
export function selectTargets(targets: readonly Target[], selection: Selection): readonly Target[] {
  const { only = [], except = [], platforms = [], os = [] } = selection;
  for (const pattern of only) mustFit(targets, '--only', pattern);
  for (const pattern of except) mustFit(targets, '--except', pattern);
  mustBeAmong('--targets', platforms, [...new Set(targets.map(({ platform }) => platform))]);
  mustBeAmong('--os', os, [...new Set(targets.map((target) => target.os))]);

  const selected = targets.filter(
    (target) =>
      (only.length === 0 || only.some((pattern) => isNamed(target, pattern))) &&
      !except.some((pattern) => isNamed(target, pattern)) &&
      (platforms.length === 0 || platforms.includes(target.platform)) &&
      (os.length === 0 || os.includes(target.os)),
  );
  if (selected.length > 0 || targets.length === 0) return selected;
  throw new HybridError('PH_TARGET_NONE', { filters: filtersOf(selection), known: namesOf(targets) });
}

function mustFit(targets: readonly Target[], option: string, wanted: string): void {
  if (targets.some((target) => isNamed(target, wanted))) return;
  const names = targets.flatMap(({ packer_name, id }) => [packer_name, id]);
  throw new HybridError('PH_TARGET_UNKNOWN', {
    option,
    wanted,
    didYouMean: closestTo(wanted, names),
    known: namesOf(targets),
  });
}

function mustBeAmong(option: string, wanted: readonly string[], known: readonly string[]): void {
  const unknown = wanted.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new HybridError('PH_TARGET_UNKNOWN', {
    option,
    wanted: unknown,
    didYouMean: closestTo(unknown, known),
    known,
  });
}

function filtersOf({ only = [], except = [], platforms = [], os = [] }: Selection): string[] {
  return [
    ...only.map((name) => `--only ${name}`),
    ...except.map((name) => `--except ${name}`),
    ...platforms.map((name) => `--targets ${name}`),
    ...os.map((name) => `--os ${name}`),
  ];
}

function namesOf(targets: readonly Target[]): string[] {
  return targets.map(({ packer_name, id }) => `${packer_name} (${id})`);
}

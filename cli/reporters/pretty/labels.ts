import type { Target } from '../../../core/schema/index.ts';

/** The shortest name of each target that no other target has, by target id and by slug. */
export function labelsOf(targets: readonly Target[]): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const target of targets) {
    const label = shortestUnique(target, targets);
    labels.set(target.id, label).set(target.slug, label);
  }
  return labels;
}

function shortestUnique(target: Target, all: readonly Target[]): string {
  const namesakes = all.filter(({ packer_name }) => packer_name === target.packer_name);
  return namesakes.length === 1 ? target.packer_name : target.id;
}

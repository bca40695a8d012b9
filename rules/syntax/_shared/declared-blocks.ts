import type { Template } from 'packer-hybrid/rules';
import { type Use, usesIn } from './scoped-expressions.ts';

/** Names that are referred to as `root.name`; undefined where `root` is passed on as a whole, or looked into by a computed key. */
export function namesUsed(
  template: Template,
  root: string,
  counts: (use: Use, name: string) => boolean = () => true,
): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  for (const use of usesIn(template)) {
    const { expression, parent, binds } = use;
    if (expression.kind !== 'name' || expression.name !== root || binds(root)) continue;
    const name = parent?.kind === 'attribute' ? parent.name : keyOf(parent);
    if (name === undefined) return undefined;
    if (counts(use, name)) names.add(name);
  }
  return names;
}

function keyOf(parent: Use['parent']): string | undefined {
  if (parent?.kind !== 'index' || parent.key.kind !== 'literal') return undefined;
  return String(parent.key.value);
}

/** Whether the template builds anything: folders with variables alone are meant for others. */
export function isWholeTemplate({ builds, sources }: Template): boolean {
  return builds.length > 0 || sources.length > 0;
}

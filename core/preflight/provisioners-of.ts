import type { Component, SourceUse, Template } from '../language/index.ts';
import type { Target } from '../schema/index.ts';

/** The provisioners that run on a target, in their order: those of its build, without the ones that leave it out. */
export function provisionersOf(template: Template, target: Target): readonly Component[] {
  const found: Component[] = [];
  for (const build of template.builds) {
    if (build.name !== target.build) continue;
    const use = build.sources.find((source) => isUse(source, target));
    if (use) found.push(...build.provisioners.filter((provisioner) => appliesTo(provisioner, use)));
  }
  return found;
}

function isUse({ type, name, alias }: SourceUse, { source }: Target): boolean {
  return type === source.type && (name === source.name || alias === source.name);
}

function appliesTo({ only, except }: Component, { type, alias }: SourceUse): boolean {
  const names = [`${type}.${alias}`, alias];
  if (only.length > 0) return names.some((name) => only.includes(name));
  return !names.some((name) => except.includes(name));
}

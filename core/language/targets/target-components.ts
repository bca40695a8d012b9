import type { Target } from '../../schema/index.ts';
import type { Build, Component, Template } from '../model.ts';
import { componentApplies } from './component-applies.ts';
import { isLegacy } from './packer-name.ts';

/** The provisioners and post-processors that run for a target, in their order. */
export function targetComponents(
  template: Template,
  { build: name, source }: Pick<Target, 'build' | 'source'>,
): readonly Component[] {
  const uses = ({ sources }: Build) =>
    sources.some(({ type, alias }) => type === source.type && alias === source.name);
  const sourceName = isLegacy(template) ? source.name : `${source.type}.${source.name}`;
  return template.builds
    .filter((build) => build.name === name && uses(build))
    .flatMap(({ provisioners, postProcessors }) => [...provisioners, ...postProcessors])
    .filter((component) => componentApplies(component, sourceName));
}

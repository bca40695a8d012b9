import { type Build, type Component, componentApplies, type Template } from '../../language/index.ts';
import type { ComponentView } from '../views.ts';

/** The provisioners of a template, or its post-processors, each in its build. */
export function componentViews(
  template: Template,
  kind: 'provisioners' | 'postProcessors',
): readonly ComponentView[] {
  return template.builds.flatMap((build) =>
    build[kind].map((component, index) => ({
      component,
      build,
      sources: sourcesOf(template, build, component),
      index,
    })),
  );
}

function sourcesOf(template: Template, build: Build, component: Component): ComponentView['sources'] {
  const isLegacy = template.files.some(({ syntax }) => syntax === 'legacy-json');
  const uses = build.sources.filter(({ type, alias }) =>
    componentApplies(component, isLegacy ? alias : `${type}.${alias}`),
  );
  return uses.flatMap(
    (use) => template.sources.find(({ type, name }) => type === use.type && name === use.name) ?? [],
  );
}

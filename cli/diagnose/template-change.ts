import {
  attributeOf,
  type Body,
  type Component,
  sourceBody,
  type Template,
} from '../../core/language/index.ts';
import type { TemplateChange } from '../../core/schema/index.ts';

interface Wanted {
  /** Packer's name of the build, such as `base.qemu.debian`; undefined where the log does not tell. */
  readonly target: string | undefined;
  readonly attributes: readonly string[];
}

/** The attribute of the template that a remedy is about: where it is set, else the source that would take it. */
export function templateChange(
  templates: readonly Template[],
  { target, attributes }: Wanted,
): TemplateChange | undefined {
  const [likeliest] = attributes;
  if (likeliest === undefined) return undefined;
  const bodies = templates.flatMap((template) => [...sourcesOf(template, target), ...componentsOf(template)]);
  for (const name of attributes) {
    for (const body of bodies) {
      const attribute = attributeOf(body, name);
      if (attribute) return placed(name, attribute.range);
    }
  }
  const [source] = templates.flatMap((template) => sourcesOf(template, target));
  return source && placed(likeliest, source.range);
}

function placed(attribute: string, range: Body['range']): TemplateChange {
  return { attribute, file: range.file, line: range.start.line };
}

/** The source of that build; all of them when the log names none that is known. */
function sourcesOf(template: Template, target: string | undefined): readonly Body[] {
  const parts = target?.split('.') ?? [];
  const meant = template.sources.filter(
    ({ type, name }) => parts.includes(type) && (parts.at(-1) === name || parts.length === 1),
  );
  const used = template.builds.flatMap((build) =>
    build.sources
      .filter(({ type, alias }) => parts.includes(type) && parts.at(-1) === alias)
      .map(({ type, alias }) => sourceBody(template, { type, name: alias, build: build.name })),
  );
  if (used.length > 0) return used;
  return (meant.length > 0 ? meant : template.sources).map(({ body }) => body);
}

function componentsOf({ builds }: Template): readonly Body[] {
  const body = (component: Component) => component.body;
  return builds.flatMap(({ provisioners, postProcessors }) => [...provisioners, ...postProcessors].map(body));
}

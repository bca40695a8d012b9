import {
  attributeOf,
  attributeSchema,
  type Body,
  type Component,
  type Diagnosis,
  type FailureSignature,
  schemaOf,
  sourceBody,
  type Template,
  type TemplateChange,
} from 'packer-hybrid';
import { causes } from './signatures/causes/all.ts';

interface Wanted {
  /** Packer's name of the build, such as `base.qemu.debian`; undefined where the log does not tell. */
  readonly target: string | undefined;
  readonly attributes: readonly string[];
}

/** A source as a build uses it, with the name of its type. */
interface Source {
  readonly type: string;
  readonly body: Body;
}

/** The same diagnosis with the attribute of the templates that its remedy is about. */
export function withChange(
  diagnosis: Diagnosis,
  templates: readonly Template[],
  signatures: readonly FailureSignature[] = [],
): Diagnosis {
  const contributed = signatures.find(({ cause, facts }) => cause === diagnosis.cause && facts);
  const attributes = (contributed?.facts ?? causes[diagnosis.cause])?.attributes ?? [];
  const change = templateChange(templates, { target: diagnosis.target, attributes });
  return change ? { ...diagnosis, change } : diagnosis;
}

/** Where one of the attributes is set, the likeliest first; else the source that would take the first that it knows. */
export function templateChange(
  templates: readonly Template[],
  { target, attributes }: Wanted,
): TemplateChange | undefined {
  const sources = templates.flatMap((template) => sourcesOf(template, target));
  const bodies = [...sources.map(({ body }) => body), ...templates.flatMap(componentsOf)];
  for (const name of attributes) {
    for (const body of bodies) {
      const attribute = attributeOf(body, name);
      if (attribute) return placed(name, attribute.range);
    }
  }
  for (const { type, body } of sources) {
    const name = attributes.find((one) => isKnown(type, one));
    if (name !== undefined) return placed(name, body.range);
  }
  return undefined;
}

/** Whether a source of this type takes the attribute; so it may where nothing is known of the type. */
function isKnown(type: string, attribute: string): boolean {
  const schema = schemaOf('builder', type);
  return schema === undefined || attributeSchema(schema, [attribute]) !== undefined;
}

function placed(attribute: string, range: Body['range']): TemplateChange {
  return { attribute, file: range.file, line: range.start.line };
}

/** The source of that build; all of them when the log names none that is known. */
function sourcesOf(template: Template, target: string | undefined): readonly Source[] {
  const parts = target?.split('.') ?? [];
  const used = template.builds.flatMap((build) =>
    build.sources
      .filter(({ type, alias }) => parts.includes(type) && parts.at(-1) === alias)
      .map(({ type, alias }) => ({
        type,
        body: sourceBody(template, { type, name: alias, build: build.name }),
      })),
  );
  if (used.length > 0) return used;
  const meant = template.sources.filter(
    ({ type, name }) => parts.includes(type) && (parts.at(-1) === name || parts.length === 1),
  );
  return meant.length > 0 ? meant : template.sources;
}

function componentsOf({ builds }: Template): readonly Body[] {
  const body = (component: Component) => component.body;
  return builds.flatMap(({ provisioners, postProcessors }) => [...provisioners, ...postProcessors].map(body));
}

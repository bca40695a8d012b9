import type { Build, Component, Template, TemplateError, Value } from '../../core/language/index.ts';
import type { SourceRange } from '../../core/schema/index.ts';

/** A value as a document shows it: what is secret is only said to be there. */
export interface ShownValue {
  readonly state: Value['state'] | 'error';
  readonly value?: unknown;
}

/** How paths are shown: as one can use them where one is. */
export type ShowPath = (path: string) => string;

/** What `inspect` tells of templates, as one document; several read as one, every part says in its range where it is. */
export function templateDocument(templates: readonly Template[], showPath: ShowPath) {
  const rangeOf = (range: SourceRange) => ({ ...range, file: showPath(range.file) });
  return {
    version: 1,
    errors: templates.flatMap(({ errors }) => errors.map((error) => errorDocument(error, showPath))),
    variables: templates.flatMap(({ variables }) =>
      variables.map(({ name, type, description, sensitive, value, range }) => ({
        name,
        type: type ?? null,
        description: description ?? null,
        sensitive,
        value: shownValue(value, { sensitive }),
        range: rangeOf(range),
      })),
    ),
    locals: templates.flatMap(({ locals }) =>
      locals.map(({ name, sensitive, failed, value, range }) => ({
        name,
        value: shownValue(value, { sensitive, failed }),
        range: rangeOf(range),
      })),
    ),
    sources: templates.flatMap(({ sources }) =>
      sources.map(({ type, name, range }) => ({ type, name, range: rangeOf(range) })),
    ),
    builds: templates.flatMap(({ builds }) => builds.map((build) => buildDocument(build, rangeOf))),
  };
}

/** A value that may be shown; of a sensitive one only that it is. */
export function shownValue(
  value: Value,
  { sensitive, failed }: { readonly sensitive: boolean; readonly failed?: true | undefined },
): ShownValue {
  if (failed) return { state: 'error' };
  if (sensitive || value.state === 'sensitive') return { state: 'sensitive' };
  return value.state === 'unknown' ? { state: 'unknown' } : { state: 'known', value: value.value };
}

function errorDocument({ kind, message, range }: TemplateError, showPath: ShowPath) {
  const { file, start, end } = range;
  return { kind, message, file: showPath(file), range: { start, end } };
}

type ShowRange = (range: SourceRange) => SourceRange;

function buildDocument({ name, sources, provisioners, postProcessors, range }: Build, rangeOf: ShowRange) {
  return {
    name: name ?? null,
    sources: sources.map(({ type, name: source, alias, range: place }) => ({
      type,
      name: source,
      alias,
      range: rangeOf(place),
    })),
    provisioners: provisioners.map((component) => componentDocument(component, rangeOf)),
    post_processors: postProcessors.map((component) => componentDocument(component, rangeOf)),
    range: rangeOf(range),
  };
}

function componentDocument({ type, name, only, except, range }: Component, rangeOf: ShowRange) {
  return { type, name: name ?? null, only, except, range: rangeOf(range) };
}

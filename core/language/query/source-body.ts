import type { Body, SourceUse, Template } from '../model.ts';

/** A source as one build uses it; `name` is what Packer calls it there, or the source's own name. */
export interface SourceQuery {
  readonly type: string;
  readonly name: string;
  readonly build?: string | undefined;
}

/** The source block merged with what the build adds; empty when the template declares no such source. */
export function sourceBody(template: Template, query: SourceQuery): Body {
  const use = findUse(template, query);
  const name = use?.name ?? query.name;
  const source = template.sources.find(
    (candidate) => candidate.type === query.type && candidate.name === name,
  );
  if (!source) return use?.body ?? emptyBody(template);
  return use ? merged(source.body, use.body) : source.body;
}

function findUse(template: Template, { type, name, build }: SourceQuery): SourceUse | undefined {
  const uses = template.builds
    .filter((candidate) => candidate.name === build)
    .flatMap(({ sources }) => sources)
    .filter((use) => use.type === type);
  return uses.find(({ alias }) => alias === name) ?? uses.find((use) => use.name === name);
}

function merged(source: Body, extra: Body): Body {
  const replaced = new Set(extra.attributes.map(({ name }) => name));
  return {
    attributes: [...source.attributes.filter(({ name }) => !replaced.has(name)), ...extra.attributes],
    blocks: [...source.blocks, ...extra.blocks],
    range: source.range,
  };
}

function emptyBody(template: Template): Body {
  const nowhere = { line: 1, column: 1, offset: 0 };
  return { attributes: [], blocks: [], range: { file: template.path, start: nowhere, end: nowhere } };
}

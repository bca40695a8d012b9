import type { SourceRange } from '../../schema/index.ts';
import type { TemplateError } from '../model.ts';
import type { Declarations } from './declarations.ts';

interface Named {
  readonly what: string;
  readonly range: SourceRange;
}

/** Names that are declared twice, reported where they are declared again: Packer refuses them. */
export function duplicateErrors(declarations: Declarations): readonly TemplateError[] {
  const named: readonly Named[] = [
    ...declarations.variables.map(({ name, range }) => ({ what: `The variable "${name}"`, range })),
    ...declarations.locals.map(({ name, range }) => ({ what: `The local "${name}"`, range })),
    ...declarations.sources.map(({ labels, range }) => ({ what: `The source "${labels.join('.')}"`, range })),
    ...declarations.dataSources.map(({ labels, range }) => ({
      what: `The data source "${labels.join('.')}"`,
      range,
    })),
  ];
  const first = new Map<string, SourceRange>();
  return named.flatMap(({ what, range }): readonly TemplateError[] => {
    const before = first.get(what);
    if (!before) {
      first.set(what, range);
      return [];
    }
    const place = `${before.file}:${before.start.line}`;
    return [{ kind: 'declaration', message: `${what} is already declared at ${place}.`, range }];
  });
}

import { evaluate } from '../evaluate/index.ts';
import type { Body, Template } from '../model.ts';
import { knownTexts } from '../query/known-texts.ts';
import type { Expression } from '../syntax/expression.ts';
import { walkExpression } from '../syntax/walk-expression.ts';
import type { TemplateInput } from './input.ts';
import { localFiles } from './local-files.ts';
import { scopeOf } from './template-scope.ts';

/** Functions whose first argument is a file; Packer reads it relative to the template, wherever it is started. */
const readers = new Set(['file', 'filebase64', 'templatefile', 'fileset']);

/** Files that the expressions of these bodies, and of the template's locals, read through functions. */
export function calledFiles(template: Template, bodies: readonly Body[]): readonly TemplateInput[] {
  const scope = scopeOf(template);
  const expressions = [
    ...template.locals.map(({ expression }) => expression),
    ...bodies.flatMap(expressionsIn),
  ];
  const paths = expressions
    .flatMap((expression) => [...walkExpression(expression)])
    .flatMap((part) => {
      const [first] = part.kind === 'call' && readers.has(part.name) ? part.args : [];
      return first ? knownTexts(evaluate(first, scope)) : [];
    });
  return paths
    .flatMap((path) => localFiles(path, template.root))
    .map((path) => ({ path, kind: 'provisioner' as const }));
}

function expressionsIn(body: Body): readonly Expression[] {
  return [
    ...body.attributes.map(({ expression }) => expression),
    ...body.blocks.flatMap((block) => expressionsIn(block.body)),
  ];
}

import { type Body, type Expression, type Template, walkExpression } from '../language/index.ts';
import type { Target } from '../schema/index.ts';
import { lacksValue } from './read-attribute.ts';
import { targetBody } from './target-body.ts';

/** The variable through which a template lets the machines that it makes tell whose they are. */
export const RUN_VARIABLE = 'packer_hybrid_run';

/**
 * What the machines of one target of one run bear: the run alone would also name finished images of its other targets.
 * In lower case, since platforms do not keep capitals apart; slugs differ without them.
 */
export function machineMark(run: string, slug: string): string {
  return `${run}.${slug}`.toLowerCase();
}

/** Whether a text that people may have added to bears exactly this mark, and not a longer one. */
export function bearsMark(text: string, mark: string): boolean {
  const words = text.toLowerCase().split(/[^a-z0-9._-]+/);
  return words.some((word) => word.replace(/\.+$/, '') === mark);
}

/** The mark for templates that declare the variable and do not set it: it says how an image is made, not how it comes out. */
export function markVariable(template: Template, mark: string): Readonly<Record<string, string>> {
  return takesMark(template) ? { [RUN_VARIABLE]: mark } : {};
}

/** Whether the source of a target writes the mark into one of these attributes or blocks, be it through locals. */
export function putsMark(template: Template, target: Target, names: readonly string[]): boolean {
  if (!takesMark(template)) return false;
  const { attributes, blocks } = targetBody(template, target);
  return [
    ...attributes.filter(({ name }) => names.includes(name)).map(({ expression }) => expression),
    ...blocks.filter(({ type }) => names.includes(type)).flatMap(({ body }) => expressionsOf(body)),
  ].some((expression) => readsMark(template, expression));
}

function takesMark({ variables }: Template): boolean {
  return variables.some((variable) => variable.name === RUN_VARIABLE && lacksValue(variable));
}

function expressionsOf({ attributes, blocks }: Body): readonly Expression[] {
  return [
    ...attributes.map(({ expression }) => expression),
    ...blocks.flatMap(({ body }) => expressionsOf(body)),
  ];
}

function readsMark(
  template: Template,
  expression: Expression,
  seen: ReadonlySet<string> = new Set(),
): boolean {
  for (const part of walkExpression(expression)) {
    if (part.kind !== 'attribute' || part.target.kind !== 'name') continue;
    const { name, target } = part;
    if (target.name === 'var' && name === RUN_VARIABLE) return true;
    const local =
      target.name === 'local' && !seen.has(name) && template.locals.find((each) => each.name === name);
    if (local && readsMark(template, local.expression, new Set([...seen, name]))) return true;
  }
  return false;
}

import {
  type Body,
  type ComponentSchema,
  checkConstraints,
  missingRequired,
  type Placed,
  type Report,
  startOf,
  type Template,
  type Violation,
} from 'packer-hybrid/rules';
import { isLeftToOthers } from './left-to-others.ts';
import type { messages } from './messages.ts';
import { missingNetworkCards } from './network-cards.ts';
import { newestSince, requiredBy } from './required-by.ts';

/** A component's settings with their schema and the place of the block. */
export interface Judged {
  readonly schema: ComponentSchema;
  readonly body: Body;
  readonly at: Placed;
}

export type Problem = Report<typeof messages>;

interface Missing {
  readonly name: string;
  readonly env: readonly string[];
  readonly blocks: readonly { readonly type: string; readonly range: Placed['range'] }[];
  readonly since?: string;
}

/** What one component lacks, and what does not go together in it. */
export function judgedProblems(template: Template, judged: Judged): readonly Problem[] {
  const { schema, body } = judged;
  const cards = missingNetworkCards(schema.type, body).map((block) => ({
    name: 'network_card',
    blocks: [block],
    env: [],
  }));
  return [
    ...[...missingRequired(schema, body), ...cards].flatMap((missing) =>
      missingProblems(template, judged, missing),
    ),
    ...checkConstraints(schema, body).flatMap((violation) => violationProblems(template, judged, violation)),
  ];
}

function missingProblems(template: Template, { schema, at }: Judged, missing: Missing): readonly Problem[] {
  const { name, env, blocks, since } = missing;
  const path = blocks.map(({ type }) => type);
  if (isLeftToOthers({ type: schema.type, path, names: [name] })) return [];
  const place = startOf(blocks.at(-1) ?? at);
  if (env.length > 0) return [environmentProblem(schema, place, { name, env })];
  const asked = requiredBy(template, schema, since);
  if (asked === 'no') return [];
  const data = { type: schema.type, name, where: whereIn(path) };
  return [{ at: place, message: 'required', data, ...doubt(schema, asked) }];
}

function violationProblems(
  template: Template,
  { schema, at }: Judged,
  { names, blocks, attribute, problem, constraint, message, certain }: Violation,
): readonly Problem[] {
  const path = blocks.map(({ type }) => type);
  if (constraint.kind === 'ignored_if' || isLeftToOthers({ type: schema.type, path, names })) return [];
  if (constraint.env && problem === 'missing') {
    const name = names.join('" or "');
    return [environmentProblem(schema, startOf(at), { name, env: constraint.env })];
  }
  const asked =
    problem === 'missing' ? requiredBy(template, schema, newestSince(schema, path, names)) : 'yes';
  if (asked === 'no') return [];
  return [
    {
      at: attribute ?? startOf(blocks.at(-1) ?? at),
      message: 'constraint',
      ...(problem !== 'missing' && { sub: 'conflict' }),
      data: { type: schema.type, where: whereIn(path), sentence: message },
      ...(certain ? {} : { severity: 'high' as const, confidence: 0.7 }),
      ...doubt(schema, asked),
      ...(constraint.enforced === false && { severity: 'low' as const }),
    },
  ];
}

function environmentProblem(
  { type }: ComponentSchema,
  at: Placed['range'],
  { name, env }: { readonly name: string; readonly env: readonly string[] },
): Problem {
  const data = { type, name, env: env.join(' or ') };
  return { at, message: 'environment', sub: 'environment', severity: 'low', data };
}

function whereIn(path: readonly string[]): string {
  return path.length === 0 ? '' : ` in ${path.join('.')}`;
}

/** What was only read in the documentation, or came with a version that may not be in use, is less certain. */
function doubt({ verified }: ComponentSchema, asked: 'yes' | 'maybe') {
  return verified && asked === 'yes' ? {} : { severity: 'medium' as const, confidence: 0.6 };
}

export function hasOverride({ attributes }: Body): boolean {
  return attributes.some(({ name }) => name === 'override');
}

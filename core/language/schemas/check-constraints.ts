import type { Attribute, Block, Body } from '../model.ts';
import { blocksOf } from '../query/body-queries.ts';
import type { Constraint } from './constraint.ts';
import { describeViolation } from './describe-violation.ts';
import { judge, type Verdict } from './judge.ts';
import type { BodySchema } from './schema.ts';
import { settingAt } from './setting.ts';

/** Attributes of one body that do not go together. */
export interface Violation {
  readonly constraint: Constraint;
  /** Something is missing, too much is set, or a value does not fit. */
  readonly problem: Verdict['problem'];
  /** The names that it is about, the one to blame first. */
  readonly names: readonly string[];
  /** A full sentence without the component's name. */
  readonly message: string;
  /** The attribute to point at; undefined where one is missing altogether. */
  readonly attribute: Attribute | undefined;
  /** The nested blocks that lead to the body, outermost first; empty for the component itself. */
  readonly blocks: readonly Block[];
  /** Whether everything that it rests on is written out, so that no variable can cure it. */
  readonly certain: boolean;
}

/**
 * Judges a body by its schema's constraints, nested blocks included. Give it the source merged with what the build
 * adds. Nothing that is unknown violates; null, "", 0 and false count as unset.
 */
export function checkConstraints(schema: BodySchema, body: Body): readonly Violation[] {
  return check({ schema, body, parent: undefined, blocks: [] });
}

interface Place {
  readonly schema: BodySchema;
  readonly body: Body;
  readonly parent: Body | undefined;
  readonly blocks: readonly Block[];
}

function check(place: Place): readonly Violation[] {
  const { schema, body, blocks } = place;
  const own = (schema.constraints ?? []).flatMap((constraint): readonly Violation[] => {
    const verdict = judge(constraint, place);
    return verdict ? [violation(constraint, verdict, place)] : [];
  });
  const nested = Object.entries(schema.blocks).flatMap(([name, inner]) =>
    blocksOf(body, name).flatMap((block) =>
      check({ schema: inner, body: block.body, parent: body, blocks: [...blocks, block] }),
    ),
  );
  return [...own, ...nested];
}

function violation(constraint: Constraint, verdict: Verdict, { body, blocks }: Place): Violation {
  const settings = verdict.names.map((name) => settingAt(body, name));
  return {
    constraint,
    ...verdict,
    message: describeViolation(constraint, verdict),
    attribute: settings.find(({ attribute }) => attribute)?.attribute,
    blocks,
    certain: settings.every(({ written }) => written),
  };
}

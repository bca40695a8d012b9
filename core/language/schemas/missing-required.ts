import type { Block, Body } from '../model.ts';
import { blocksOf } from '../query/body-queries.ts';
import { holds } from './condition.ts';
import type { BodySchema } from './schema.ts';
import { settingOf } from './setting.ts';

/** An attribute or block that must be there and is not. */
export interface MissingRequired {
  readonly name: string;
  /** The nested blocks that lead to the place, outermost first. */
  readonly blocks: readonly Block[];
  /** Environment variables that do as well. */
  readonly env: readonly string[];
  /** The plugin's version from which on it is required; undefined for all versions. */
  readonly since?: string;
}

/** What is required whatever else is set, nested blocks included; what is unknown counts as set. */
export function missingRequired(
  schema: BodySchema,
  body: Body,
  blocks: readonly Block[] = [],
): readonly MissingRequired[] {
  const attributes = Object.entries(schema.attributes)
    .filter(([name, { required }]) => required === true && isMissing(schema, body, name))
    .map(([name, { env = [], requiredSince: since }]) => ({ name, blocks, env, ...(since && { since }) }));
  const own = Object.entries(schema.blocks)
    .filter(([name, { required }]) => required === true && isMissing(schema, body, name))
    .map(([name]) => ({ name, blocks, env: [] }));
  const nested = Object.entries(schema.blocks).flatMap(([name, inner]) =>
    blocksOf(body, name).flatMap((block) => missingRequired(inner, block.body, [...blocks, block])),
  );
  return [...attributes, ...own, ...nested];
}

function isMissing(schema: BodySchema, body: Body, name: string): boolean {
  if (settingOf(body, name).presence !== 'unset') return false;
  return !(schema.constraints ?? []).some(
    (constraint) =>
      constraint.kind === 'waived_if' &&
      constraint.attribute === name &&
      holds(constraint.when, body) !== false,
  );
}

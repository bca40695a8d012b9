import type { Placed, Template } from 'packer-hybrid/rules';
import { type Use, usesIn } from '../_shared/scoped-expressions.ts';

interface Circle {
  readonly name: string;
  /** The names on the way, the first one again at its end. */
  readonly way: readonly string[];
  readonly at: Placed;
}

/** Circles that lead over a data source; those of locals alone are errors of the language already. */
export function dataCircles(template: Template): readonly Circle[] {
  const needs = needsOf(template);
  const told = new Set<string>();
  return template.dataSources.flatMap((data) => {
    const name = `data.${data.type}.${data.name}`;
    const way = wayBack(name, needs);
    if (!way || told.has(name)) return [];
    for (const one of way) told.add(one);
    return [{ name, way, at: data }];
  });
}

type Needs = ReadonlyMap<string, ReadonlySet<string>>;

function needsOf(template: Template): Needs {
  const needs = new Map<string, Set<string>>();
  for (const use of usesIn(template)) {
    const owner = ownerOf(use);
    const needed = neededBy(use);
    if (owner === undefined || needed === undefined) continue;
    needs.set(owner, (needs.get(owner) ?? new Set()).add(needed));
  }
  return needs;
}

function ownerOf({ blocks: [outer], attribute }: Use): string | undefined {
  if (outer?.type === 'data') return `data.${outer.labels.join('.')}`;
  if (outer?.type === 'locals') return `local.${attribute.name}`;
  return outer?.type === 'local' ? `local.${outer.labels[0]}` : undefined;
}

function neededBy({ expression, binds }: Use): string | undefined {
  if (expression.kind !== 'attribute') return undefined;
  const { target, name } = expression;
  if (target.kind === 'name') return target.name === 'local' && !binds('local') ? `local.${name}` : undefined;
  if (target.kind !== 'attribute' || target.target.kind !== 'name') return undefined;
  return target.target.name === 'data' && !binds('data') ? `data.${target.name}.${name}` : undefined;
}

/** The shortest way from a name back to itself. */
function wayBack(name: string, needs: Needs): readonly string[] | undefined {
  const seen = new Set<string>();
  let ways: (readonly string[])[] = [[name]];
  while (ways.length > 0) {
    const longer = ways.flatMap((way) =>
      [...(needs.get(way.at(-1) ?? '') ?? [])].map((next) => [...way, next]),
    );
    const closed = longer.find((way) => way.at(-1) === name);
    if (closed) return closed;
    ways = longer.filter((way) => isNew(seen, way.at(-1) ?? ''));
  }
  return undefined;
}

function isNew(seen: Set<string>, name: string): boolean {
  return seen.size !== seen.add(name).size;
}

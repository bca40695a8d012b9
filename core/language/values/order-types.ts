import type { Type } from './type.ts';

/** Which of two types a mixture becomes: negative for `a`, positive for `b`, zero when neither is the wider one. */
export function compareTypes(a: Type, b: Type): number {
  if (a.kind === 'any' || b.kind === 'any') return Number(a.kind === 'any') - Number(b.kind === 'any');
  if (a.kind === 'string' || b.kind === 'string') return compareStrings(a, b);
  if ('element' in a && a.kind === b.kind && 'element' in b) return compareTypes(a.element, b.element);
  const rank = kindRank(a.kind, b.kind);
  if (rank !== 0) return rank;
  if (a.kind === 'object' && b.kind === 'object') {
    if (a.attributes.size !== b.attributes.size) return 0;
    const pairs = [...a.attributes].map(([name, type]) => [type, b.attributes.get(name)] as const);
    return comparePairs(pairs);
  }
  if (a.kind !== 'tuple' || b.kind !== 'tuple' || a.elements.length !== b.elements.length) return 0;
  return comparePairs(a.elements.map((type, index) => [type, b.elements[index]] as const));
}

function compareStrings(a: Type, b: Type): number {
  const primitive = ['string', 'number', 'bool'];
  if (!primitive.includes(a.kind) || !primitive.includes(b.kind)) return 0;
  return Number(b.kind === 'string') - Number(a.kind === 'string');
}

/** Lists win over sets and tuples, maps over objects, tuples over sets: as go-cty decides it. */
function kindRank(a: Type['kind'], b: Type['kind']): number {
  const wins: readonly (readonly [Type['kind'], Type['kind']])[] = [
    ['list', 'tuple'],
    ['list', 'set'],
    ['tuple', 'set'],
    ['map', 'object'],
  ];
  if (wins.some(([first, second]) => a === first && b === second)) return -1;
  return wins.some(([first, second]) => b === first && a === second) ? 1 : 0;
}

function comparePairs(pairs: readonly (readonly [Type, Type | undefined])[]): number {
  let [first, second] = [false, false];
  for (const [a, b] of pairs) {
    if (!b) return 0;
    const order = compareTypes(a, b);
    first ||= order < 0;
    second ||= order > 0;
  }
  if (first === second) return 0;
  return first ? -1 : 1;
}

/** Indices of the types, the preferred ones first. */
export function sortTypes(types: readonly Type[]): readonly number[] {
  const edges = types.map((): number[] => []);
  const degree = types.map(() => 0);
  for (let i = 0; i < types.length; i += 1) {
    for (let j = i + 1; j < types.length; j += 1) {
      const order = compareTypes(types[i] as Type, types[j] as Type);
      if (order === 0) continue;
      const [from, to] = order < 0 ? [i, j] : [j, i];
      edges[from]?.push(to);
      degree[to] = (degree[to] ?? 0) + 1;
    }
  }
  const queue = degree.flatMap((count, index) => (count === 0 ? [index] : []));
  for (const index of queue) {
    for (const next of edges[index] ?? []) {
      degree[next] = (degree[next] ?? 0) - 1;
      if (degree[next] === 0) queue.push(next);
    }
  }
  return queue;
}

import { createContext, Script } from 'node:vm';
import type { Translated } from './translate-regex.ts';

export interface Match {
  readonly start: number;
  readonly end: number;
  readonly groups: readonly (string | undefined)[];
}

/** What takes longer than Go's linear search ever would is given up. */
const timeout = 100;
const program = new Script(
  '[...text.matchAll(new RegExp(source, flags + "g"))].map((match) => [match.index, ...match])',
);

/** All matches of a pattern as Go finds them; undefined when that takes too long. */
export function allMatches({ source, flags }: Translated, text: string): readonly Match[] | undefined {
  const found = isHarmless(source, text) ? direct({ source, flags, text }) : guarded({ source, flags, text });
  if (!found) return undefined;
  const matches: Match[] = [];
  for (const [start, whole = '', ...groups] of found) {
    const at = Number(start);
    const end = at + String(whole).length;
    // Go leaves out an empty match right behind another one.
    if (at === end && matches.length > 0 && matches.at(-1)?.end === at) continue;
    matches.push({ start: at, end, groups });
  }
  return matches;
}

interface Search {
  readonly source: string;
  readonly flags: string;
  readonly text: string;
}
type Found = readonly (readonly [index: number, ...parts: (string | undefined)[]])[];

/** With one repetition, searching cannot take more than quadratic time. */
function isHarmless(source: string, text: string): boolean {
  const repetitions = source.match(/[*+]|\{\d+,\d*\}/g)?.length ?? 0;
  return text.length < 30 ? repetitions < 3 : repetitions < 2 && text.length < 5000;
}

function direct({ source, flags, text }: Search): Found {
  return [...text.matchAll(new RegExp(source, `${flags}g`))].map((match) => [match.index, ...match]);
}

function guarded(search: Search): Found | undefined {
  try {
    return program.runInContext(createContext({ ...search }), { timeout }) as Found;
  } catch {
    return undefined;
  }
}

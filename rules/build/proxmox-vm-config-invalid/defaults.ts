import type { Body } from 'packer-hybrid/rules';
import { headOf, type Problem } from '../_shared/problem.ts';
import { isUnset } from '../_shared/settings.ts';

type Id = 'memory-default' | 'os-default' | 'cpu-default';

/** Defaults that are older than today's guests; a clone takes system and CPU from its template. */
export function defaultProblems(body: Body, isInstalled: boolean): readonly Problem<Id>[] {
  const names = [
    ['memory', 'memory-default'],
    ...(isInstalled
      ? ([
          ['os', 'os-default'],
          ['cpu_type', 'cpu-default'],
        ] as const)
      : []),
  ] as const;
  return names
    .filter(([name]) => isUnset(body, name))
    .map(([, id]) => ({ id, at: headOf(body), severity: 'low' as const }));
}

import type { Body } from 'packer-hybrid/rules';
import { onlyOneOf, quoted } from '../_shared/combine.ts';
import { nestedBlocks } from '../_shared/nested.ts';
import { headOf, type Problem, placeOf } from '../_shared/problem.ts';
import { isSet, isUnset } from '../_shared/settings.ts';

const systems = ['linux_options', 'windows_options', 'windows_sysprep_text', 'windows_sysprep_file'];
const names: Readonly<Record<string, readonly string[]>> = {
  linux_options: ['host_name', 'domain'],
  windows_options: ['computer_name'],
};

/** One system, and what it is called. */
export function systemProblems(customize: Body) {
  const isMissing = systems.every((name) => isUnset(customize, name));
  const file = 'windows_sysprep_file';
  const at = placeOf(customize, file);
  return [
    ...(isMissing ? [{ id: 'system-missing' as const, at: headOf(customize) }] : []),
    ...onlyOneOf(customize, 'system-several', systems),
    ...(isSet(customize, file) ? [{ id: 'sysprep-file' as const, at, severity: 'low' as const }] : []),
    ...Object.keys(names).flatMap((block) => nameProblems(customize, block)),
  ];
}

function nameProblems(customize: Body, type: string): readonly Problem<'names-missing'>[] {
  return nestedBlocks(customize, type).flatMap(({ body }) => {
    const missing = (names[type] ?? []).filter((name) => isUnset(body, name));
    if (missing.length === 0) return [];
    const data = { block: type, missing: quoted(missing) };
    return [{ id: 'names-missing' as const, at: headOf(body), data }];
  });
}

import type { Body } from 'packer-hybrid/rules';
import { headOf, type Problem, placeOf } from '../_shared/problem.ts';
import { isUnset, textOf } from '../_shared/settings.ts';
import { firmwareOf } from './firmware.ts';

/** VMware's names are one release behind: `windows2019srvNext` is Windows Server 2022. */
const current: readonly (readonly [RegExp, string])[] = [
  [/^windows1[12]_/i, 'Windows 11'],
  [/^windows2019srvNext/i, 'Windows Server 2022'],
  [/^windows2022srvNext/i, 'Windows Server 2025'],
];

/** What kind of guest vSphere prepares for. */
export function guestProblems(
  body: Body,
  isInstalled: boolean,
): readonly Problem<'guest-missing' | 'guest-bios'>[] {
  if (isInstalled && isUnset(body, 'guest_os_type')) {
    return [{ id: 'guest-missing', at: headOf(body), severity: 'medium' }];
  }
  const type = textOf(body, 'guest_os_type') ?? '';
  const guest = current.find(([pattern]) => pattern.test(type))?.[1];
  if (guest === undefined || firmwareOf(body, isInstalled) !== 'bios') return [];
  return [{ id: 'guest-bios', at: placeOf(body, 'guest_os_type'), data: { guest }, severity: 'low' }];
}

import type { Body } from 'packer-hybrid/rules';
import { notAmong, together } from '../_shared/combine.ts';
import { type Problem, placeOf } from '../_shared/problem.ts';
import { flagOf, isUnset, textOf } from '../_shared/settings.ts';

const firmware = { name: 'firmware', allowed: ['bios', 'efi', 'efi-secure'] };

/** Firmware, and what asks for a certain one; a clone without its own has that of its template. */
export function firmwareProblems(body: Body, isInstalled: boolean) {
  return [
    ...together(body, 'reservation-twice', ['RAM_reservation', 'RAM_reserve_all']),
    ...notAmong(body, 'firmware-unknown', firmware),
    ...tpmProblems(body, isInstalled),
    ...vbsProblems(body, isInstalled),
  ];
}

/** The firmware that the machine gets; undefined where nobody can know. */
export function firmwareOf(body: Body, isInstalled: boolean): string | undefined {
  return textOf(body, 'firmware') ?? (isInstalled && isUnset(body, 'firmware') ? 'bios' : undefined);
}

function tpmProblems(body: Body, isInstalled: boolean): readonly Problem<'tpm-firmware'>[] {
  if (flagOf(body, 'vTPM') !== true || firmwareOf(body, isInstalled) !== 'bios') return [];
  const shown = isUnset(body, 'firmware') ? 'not set, which means "bios"' : '"bios"';
  return [{ id: 'tpm-firmware', at: placeOf(body, 'vTPM'), data: { firmware: shown } }];
}

function vbsProblems(body: Body, isInstalled: boolean): readonly Problem<'vbs-incomplete'>[] {
  if (flagOf(body, 'vbs_enabled') !== true) return [];
  const value = firmwareOf(body, isInstalled);
  const missing = [
    ...['vvtd_enabled', 'NestedHV']
      .filter((name) => flagOf(body, name) === false)
      .map((name) => `"${name}" = true`),
    ...(value !== undefined && value !== 'efi-secure' ? ['"firmware" = "efi-secure"'] : []),
  ].join(' and ');
  return missing === ''
    ? []
    : [{ id: 'vbs-incomplete', at: placeOf(body, 'vbs_enabled'), data: { missing } }];
}

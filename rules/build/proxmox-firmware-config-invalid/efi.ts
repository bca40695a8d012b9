import type { Body } from 'packer-hybrid/rules';
import { quoted, together } from '../_shared/combine.ts';
import { hasNone, nestedBlocks } from '../_shared/nested.ts';
import { type Problem, placeOf } from '../_shared/problem.ts';
import { flagOf, isSet, isUnset, textOf } from '../_shared/settings.ts';

/** UEFI keeps its boot entries on a disk of its own, which BIOS has no use for. */
export function efiProblems(body: Body, isRemovable: boolean) {
  return [
    ...uselessDisk(body),
    ...missingDisk(body, isRemovable),
    ...together(body, 'efi-twice', ['efi_config', 'efidisk']),
    ...nestedBlocks(body, 'efi_config').flatMap((block) => poolProblems(block.body)),
  ];
}

function uselessDisk(body: Body): readonly Problem<'efi-without-ovmf'>[] {
  const bios = textOf(body, 'bios');
  const isOther = bios === undefined ? isUnset(body, 'bios') : bios !== 'ovmf';
  const name = ['efi_config', 'efidisk'].find((one) => isSet(body, one));
  if (!isOther || name === undefined) return [];
  const data = { name, bios: bios === undefined ? 'not set' : `"${bios}"` };
  return [{ id: 'efi-without-ovmf', at: placeOf(body, name), data }];
}

/** A boot loader at the fallback path is found without entries. */
function missingDisk(body: Body, isRemovable: boolean): readonly Problem<'ovmf-without-efi'>[] {
  const isMissing = hasNone(body, 'efi_config') && isUnset(body, 'efidisk');
  if (textOf(body, 'bios') !== 'ovmf' || !isMissing) return [];
  return [{ id: 'ovmf-without-efi', at: placeOf(body, 'bios'), severity: isRemovable ? 'medium' : 'high' }];
}

function poolProblems(efi: Body): readonly Problem<'efi-pool-missing'>[] {
  const isAsked = isSet(efi, 'efi_type') || flagOf(efi, 'pre_enrolled_keys') === true;
  if (!isAsked || !isUnset(efi, 'efi_storage_pool')) return [];
  const at = placeOf(efi, isSet(efi, 'efi_type') ? 'efi_type' : 'pre_enrolled_keys');
  return [{ id: 'efi-pool-missing', at, data: { missing: quoted(['efi_storage_pool']) } }];
}

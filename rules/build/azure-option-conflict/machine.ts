import type { Body } from 'packer-hybrid/rules';
import { lacks, notAmong, together } from '../_shared/combine.ts';
import { nestedBlocks } from '../_shared/nested.ts';
import { type Problem, placeOf, valuePlace } from '../_shared/problem.ts';
import { flagOf, isSet, isUnset, shownValue, textOf } from '../_shared/settings.ts';

/** The machine itself: its data, price, licence, encryption and disks. */
export function machineProblems(body: Body) {
  return [
    ...together(body, 'data-twice', ['user_data', 'user_data_file']),
    ...together(body, 'data-twice', ['custom_data', 'custom_data_file']),
    ...encodingProblems(body),
    ...keyVaultProblems(body),
    ...nestedBlocks(body, 'spot').flatMap((spot) => spotProblems(spot.body)),
    ...encryptionProblems(body),
    ...licenseProblems(body),
    ...diskProblems(body),
  ];
}

function encodingProblems(body: Body): readonly Problem<'data-not-encoded'>[] {
  const data = textOf(body, 'custom_data');
  if (data === undefined || (data.length % 4 === 0 && /^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(data))) return [];
  return [{ id: 'data-not-encoded', at: valuePlace(body, 'custom_data'), data: { name: 'custom_data' } }];
}

function keyVaultProblems(body: Body): readonly Problem<'key-vault-without-winrm'>[] {
  const communicator = textOf(body, 'communicator');
  const isOther = communicator === undefined ? isUnset(body, 'communicator') : communicator !== 'winrm';
  if (flagOf(body, 'skip_create_build_key_vault') !== true || !isOther) return [];
  return [{ id: 'key-vault-without-winrm', at: placeOf(body, 'skip_create_build_key_vault') }];
}

function spotProblems(spot: Body) {
  const policy = { name: 'eviction_policy', allowed: ['Delete', 'Deallocate'] };
  return [
    ...notAmong(spot, 'spot-policy', policy),
    ...lacks(spot, 'spot-price-alone', ['max_price', 'eviction_policy']),
  ];
}

function encryptionProblems(body: Body): readonly Problem<'encryption-without-confidential'>[] {
  const name = 'security_encryption_type';
  const type = textOf(body, 'security_type');
  const isOther = type === undefined ? isUnset(body, 'security_type') : type !== 'ConfidentialVM';
  return isSet(body, name) && isOther
    ? [{ id: 'encryption-without-confidential', at: placeOf(body, name) }]
    : [];
}

const licences = {
  Linux: ['RHEL_BYOS', 'SLES_BYOS'],
  Windows: ['Windows_Client', 'Windows_Server'],
} as const;

function licenseProblems(body: Body): readonly Problem<'license-other-system'>[] {
  const system = textOf(body, 'os_type')?.toLowerCase();
  const value = textOf(body, 'license_type');
  const name = system === 'linux' ? 'Linux' : system === 'windows' ? 'Windows' : undefined;
  if (value === undefined || name === undefined) return [];
  if (licences[name].some((one) => one.toLowerCase() === value.toLowerCase())) return [];
  const data = { value, system: name, allowed: licences[name].join(' or ') };
  return [{ id: 'license-other-system', at: valuePlace(body, 'license_type'), data }];
}

function diskProblems(body: Body): readonly Problem<'disk-lists'>[] {
  const luns = shownValue(body, 'disk_additional_luns');
  const sizes =
    shownValue(body, 'disk_additional_size') ?? (isUnset(body, 'disk_additional_size') ? [] : null);
  if (!Array.isArray(luns) || !Array.isArray(sizes)) return [];
  if (luns.length === 0 || luns.length === sizes.length) return [];
  const data = { luns: luns.length, disks: sizes.length };
  return [{ id: 'disk-lists', at: placeOf(body, 'disk_additional_luns'), data }];
}

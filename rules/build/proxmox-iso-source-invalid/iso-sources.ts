import type { Body } from 'packer-hybrid/rules';
import { lacks, notAmong } from '../_shared/combine.ts';
import { hasNone } from '../_shared/nested.ts';
import { headOf, type Problem, placeOf } from '../_shared/problem.ts';
import { flagOf, isSet, isUnset } from '../_shared/settings.ts';

const blockOrigins = [['iso_file'], ['iso_url', 'iso_urls'], ['cd_files', 'cd_content']] as const;
const formerOrigins = [['iso_file'], ['iso_url', 'iso_urls']] as const;
const stored = ['iso_url', 'iso_urls', 'cd_files', 'cd_content'] as const;
const downloads = ['iso_url', 'iso_urls'] as const;
const buses = { name: 'type', allowed: ['ide', 'sata', 'scsi'] };

/** One ISO in a block of its own. */
export function blockProblems(block: Body) {
  const isEmpty = blockOrigins.flat().every((name) => isUnset(block, name));
  return [
    ...several(block, blockOrigins),
    ...(isEmpty ? [{ id: 'none' as const, at: headOf(block) }] : []),
    ...stored.flatMap((name) => lacks(block, 'pool-missing', [name, 'iso_storage_pool'])),
    ...downloadProblems(block),
    ...notAmong(block, 'bus-unknown', buses),
  ];
}

/** The ISO of a source as it was described before there were blocks. */
export function formerProblems(body: Body) {
  return [
    ...several(body, formerOrigins),
    ...downloads.flatMap((name) => lacks(body, 'pool-missing', [name, 'iso_storage_pool'])),
    ...downloadProblems(body),
  ];
}

/** An installation needs something to start from. */
export function noIso(body: Body): readonly Problem<'no-iso'>[] {
  const isMissing = hasNone(body, 'boot_iso') && formerOrigins.flat().every((name) => isUnset(body, name));
  return isMissing ? [{ id: 'no-iso', at: headOf(body) }] : [];
}

function several(body: Body, origins: readonly (readonly string[])[]): readonly Problem<'several'>[] {
  const [first = '', ...rest] = origins.flatMap((names) => names.find((name) => isSet(body, name)) ?? []);
  return rest.map((second) => ({ id: 'several', at: placeOf(body, second), data: { first, second } }));
}

function downloadProblems(body: Body) {
  const hasNoUrl = downloads.every((name) => isUnset(body, name));
  const isDownload = flagOf(body, 'iso_download_pve') === true && hasNoUrl;
  return [
    ...downloads.flatMap((name) => lacks(body, 'checksum-missing', [name, 'iso_checksum'])),
    ...(isDownload ? [{ id: 'download-without-url' as const, at: placeOf(body, 'iso_download_pve') }] : []),
  ];
}

import type { Body } from 'packer-hybrid/rules';
import { notAmong } from '../_shared/combine.ts';
import { nestedBlocks } from '../_shared/nested.ts';
import { type Problem, placeOf } from '../_shared/problem.ts';
import { flagOf, isSet, textOf } from '../_shared/settings.ts';

const securityTypes = { name: 'security_type', allowed: ['TrustedLaunch', 'ConfidentialVM'] };

/** What a managed image or a VHD cannot hold. */
export function conflictProblems(body: Body) {
  return [
    ...notAmong(body, 'security-type', securityTypes),
    ...(flagOf(body, 'skip_create_image') === false ? [...galleryOnly(body), ...managedOnly(body)] : []),
  ];
}

function galleryOnly(body: Body): readonly Problem<'needs-gallery'>[] {
  const isManaged = isSet(body, 'managed_image_name');
  const isContainer = isSet(body, 'capture_container_name');
  if (!isManaged && !isContainer) return [];
  const kind = isManaged ? 'a managed image' : 'a VHD';
  const name = isManaged ? 'managed_image_name' : 'capture_container_name';
  return reasons(body, isManaged).map((reason) => ({
    id: 'needs-gallery',
    at: placeOf(body, name),
    data: { reason, kind },
  }));
}

function reasons(body: Body, isManaged: boolean): readonly string[] {
  const switches = ['secure_boot_enabled', 'vtpm_enabled'];
  const isConfidential = textOf(body, 'security_type') === 'ConfidentialVM';
  const found = [
    ...(isConfidential ? ['"security_type" = "ConfidentialVM"'] : []),
    ...(isSet(body, 'disk_encryption_set_id') ? ['"disk_encryption_set_id"'] : []),
    ...(isManaged ? switches.filter((name) => flagOf(body, name) === true).map((name) => `"${name}"`) : []),
  ];
  return found.slice(0, 1);
}

function managedOnly(body: Body): readonly Problem<'not-specialized' | 'vhd-source'>[] {
  if (!isSet(body, 'managed_image_name')) return [];
  const specialized = nestedBlocks(body, 'shared_image_gallery_destination').filter(
    (block) => flagOf(block.body, 'specialized') === true,
  );
  const places = specialized.map((block) => placeOf(block.body, 'specialized'));
  const fromVhd = isSet(body, 'image_url') ? [placeOf(body, 'managed_image_name')] : [];
  return [
    ...places.map((at) => ({ id: 'not-specialized' as const, at })),
    ...fromVhd.map((at) => ({ id: 'vhd-source' as const, at })),
  ];
}

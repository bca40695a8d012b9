import { attributeOf, type Body } from 'packer-hybrid/rules';
import { notAmong } from '../_shared/combine.ts';
import { insertAfter } from '../_shared/insert-attribute.ts';
import { type Problem, placeOf, valuePlace } from '../_shared/problem.ts';
import { flagOf, isSet, isUnset, numberOf } from '../_shared/settings.ts';

const media = ['iso_paths', 'iso_url', 'iso_urls', 'cd_files', 'cd_content'];
const bus = { name: 'cdrom_type', allowed: ['ide', 'sata'] };

/** CD drives of a machine on vSphere. */
export function vsphereProblems(body: Body) {
  return [...keptProblems(body), ...reattachProblems(body), ...notAmong(body, 'bus-unknown', bus)];
}

function keptProblems(body: Body): readonly Problem<'kept'>[] {
  const name = media.find((one) => isSet(body, one));
  const attribute = name === undefined ? undefined : attributeOf(body, name);
  const isOpen = flagOf(body, 'remove_cdrom') === false && isUnset(body, 'reattach_cdroms');
  if (name === undefined || !attribute || !isOpen || isThrownAway(body)) return [];
  const fix = attributeOf(body, 'remove_cdrom') ? [] : insertAfter(attribute, 'remove_cdrom = true');
  const data = { name, switch: 'remove_cdrom' };
  return [{ id: 'kept', at: attribute, data, ...(fix.length > 0 && { fix }) }];
}

/** An export leaves media out; a machine that becomes nothing is there for a test. */
function isThrownAway(body: Body): boolean {
  if (!isUnset(body, 'export')) return true;
  const convert = attributeOf(body, 'convert_to_template');
  return (
    convert !== undefined &&
    flagOf(body, 'convert_to_template') === false &&
    isUnset(body, 'content_library_destination')
  );
}

function reattachProblems(body: Body): readonly Problem<'reattach-useless' | 'reattach-range'>[] {
  const value = numberOf(body, 'reattach_cdroms');
  if (value === undefined || value === 0) return [];
  const isUseless = value > 0 && flagOf(body, 'remove_cdrom') === true;
  return [
    ...(isUseless
      ? [{ id: 'reattach-useless' as const, at: placeOf(body, 'remove_cdrom'), severity: 'low' as const }]
      : []),
    ...(value < 1 || value > 4
      ? [{ id: 'reattach-range' as const, at: valuePlace(body, 'reattach_cdroms'), data: { value } }]
      : []),
  ];
}

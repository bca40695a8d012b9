import { attributeOf, type Block, type Body, startOf } from 'packer-hybrid/rules';
import { appendTo, insertAfter } from '../_shared/insert-attribute.ts';
import { type Problem, placeOf } from '../_shared/problem.ts';
import { isoBlocks } from '../_shared/proxmox.ts';
import { flagOf, isSet } from '../_shared/settings.ts';

type Id = 'kept' | 'secret-kept';

/** ISOs in blocks, and the one of the former attributes. */
export function proxmoxProblems(body: Body): readonly Problem<Id>[] {
  return [...isoBlocks(body).flatMap((block) => blockProblems(block)), ...formerProblems(body)];
}

function blockProblems(block: Block): readonly Problem<Id>[] {
  const { body: iso, type } = block;
  if (flagOf(iso, 'unmount') !== false || flagOf(iso, 'keep_cdrom_device') === true) return [];
  const isWritten = attributeOf(iso, 'unmount') !== undefined;
  const fix = isWritten ? [] : appendTo(iso.attributes, 'unmount = true');
  const at = isWritten ? placeOf(iso, 'unmount') : startOf(block);
  const found = { at, ...(fix.length > 0 && { fix }) };
  const name = type === 'content' ? 'additional_iso_files' : type;
  if (holdsSecret(iso)) return [{ id: 'secret-kept', data: { name }, severity: 'high', ...found }];
  return [{ id: 'kept', data: { name, switch: 'unmount' }, ...found }];
}

function holdsSecret(iso: Body): boolean {
  const content = attributeOf(iso, 'cd_content');
  if (!content) return false;
  if (content.value.state === 'sensitive') return true;
  const text = content.value.state === 'known' ? JSON.stringify(content.value.value) : content.text;
  return /passw(or)?d|secret|rootpw/i.test(text);
}

function formerProblems(body: Body): readonly Problem<Id>[] {
  const name = ['iso_file', 'iso_url', 'iso_urls'].find((one) => isSet(body, one));
  const attribute = name === undefined ? undefined : attributeOf(body, name);
  if (name === undefined || !attribute || flagOf(body, 'unmount_iso') !== false) return [];
  const fix = attributeOf(body, 'unmount_iso') ? [] : insertAfter(attribute, 'unmount_iso = true');
  const data = { name, switch: 'unmount_iso' };
  return [{ id: 'kept', at: attribute, data, ...(fix.length > 0 && { fix }) }];
}

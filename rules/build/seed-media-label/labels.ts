import { attributeOf, type Body } from 'packer-hybrid/rules';
import { insertAfter, replaceText } from '../_shared/insert-attribute.ts';
import { type Problem, placeOf } from '../_shared/problem.ts';
import { isUnset, textOf, textsOf } from '../_shared/settings.ts';
import { mediaNames } from './media-names.ts';

type Id = 'cidata' | 'meta-data' | 'kickstart' | 'config-drive';

/** Installers recognise their CD by its label. */
export function labelProblems(media: Body, source: Body): readonly Problem<Id>[] {
  const { names, complete } = mediaNames(media);
  const has = (name: string) => names.includes(name);
  const isCloudInit = has('user-data') || (has('meta-data') && !has('ks.cfg'));
  const isConfigDrive = names.some((name) => name.startsWith('openstack/'));
  return [
    ...(isCloudInit ? wrongLabel(media, 'cidata', 'cidata') : []),
    ...(has('user-data') && !has('meta-data') && complete
      ? [{ id: 'meta-data' as const, at: mediaPlace(media) }]
      : []),
    ...(has('ks.cfg') && !isCloudInit && namesNoKickstart(source)
      ? wrongLabel(media, 'kickstart', 'OEMDRV')
      : []),
    ...(isConfigDrive ? wrongLabel(media, 'config-drive', 'config-2') : []),
  ];
}

function wrongLabel(media: Body, id: Id, wanted: string): readonly Problem<Id>[] {
  const attribute = attributeOf(media, 'cd_label');
  const label = textOf(media, 'cd_label');
  const isMissing = isUnset(media, 'cd_label');
  if (label === undefined ? !isMissing : label.toLowerCase() === wanted.toLowerCase()) return [];
  const anchor = attributeOf(media, 'cd_content') ?? attributeOf(media, 'cd_files');
  const added = anchor && !attribute ? insertAfter(anchor, `cd_label = "${wanted}"`) : [];
  const fix = attribute ? replaceText(attribute, wanted) : added;
  const at = attribute && label !== undefined ? attribute : mediaPlace(media);
  const data = { label: label === undefined ? 'none' : `"${label}"` };
  return [{ id, at, data, ...(fix.length > 0 && { fix }) }];
}

function mediaPlace(media: Body) {
  return placeOf(media, attributeOf(media, 'cd_content') ? 'cd_content' : 'cd_files');
}

/** Whether the boot command is known and leaves the search for ks.cfg to Anaconda. */
function namesNoKickstart(source: Body): boolean {
  const keys = textsOf(source, 'boot_command')?.join('');
  if (keys === undefined) return isUnset(source, 'boot_command');
  return !/\bks=/.test(keys);
}

import { attributeOf, type Body } from 'packer-hybrid/rules';
import { replaceText } from '../_shared/insert-attribute.ts';
import { type Problem, valuePlace } from '../_shared/problem.ts';
import { textOf } from '../_shared/settings.ts';

/** A file must be named as Proxmox names it; the plugin checks that for every ISO but the one in `boot_iso`. */
export function fileProblems(body: Body, isChecked: boolean): readonly Problem<'file-format'>[] {
  const attribute = attributeOf(body, 'iso_file');
  const value = textOf(body, 'iso_file');
  if (!attribute || value === undefined || /^.+:iso\/.+$/.test(value)) return [];
  const meant = meantFile(value);
  const fix = meant === undefined ? [] : replaceText(attribute, meant);
  const consequence = isChecked
    ? 'The plugin refuses it.'
    : 'The plugin does not check it here and crashes once the machine exists.';
  const at = valuePlace(body, 'iso_file');
  return [{ id: 'file-format', at, data: { value, consequence }, ...(fix.length > 0 && { fix }) }];
}

/** What was probably meant: the storage's folder on the host is known, and a missing `iso/` is common. */
function meantFile(value: string): string | undefined {
  const mounted = /^\/mnt\/pve\/([^/]+)\/template\/iso\/(.+)$/.exec(value);
  if (mounted) return `${mounted[1]}:iso/${mounted[2]}`;
  const local = /^\/var\/lib\/vz\/template\/iso\/(.+)$/.exec(value);
  if (local) return `local:iso/${local[1]}`;
  const short = /^([\w.-]+):\/?(?:template\/)?(?:iso\/)?([^/:]+)$/.exec(value);
  return short ? `${short[1]}:iso/${short[2]}` : undefined;
}

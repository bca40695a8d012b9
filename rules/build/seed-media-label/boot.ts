import { attributeOf, type Body } from 'packer-hybrid/rules';
import { type Problem, placeOf } from '../_shared/problem.ts';
import { isoBlocks } from '../_shared/proxmox.ts';
import { isUnset, textsOf } from '../_shared/settings.ts';

const places = ['http_directory', 'http_content', 'cd_content', 'cd_files', 'floppy_files', 'floppy_content'];
const grub = /(^|>|\s)linux(efi|16)?\s|<f10>|<leftCtrlOn>x/;

/** The argument of the kernel that tells cloud-init where its answers are. */
export function bootProblems(body: Body): readonly Problem<'nowhere' | 'semicolon'>[] {
  const keys = textsOf(body, 'boot_command')?.join('');
  if (keys === undefined || !/\bds=["']?nocloud/.test(keys)) return [];
  const at = placeOf(body, 'boot_command');
  return [
    ...(isNowhere(body, keys) ? [{ id: 'nowhere' as const, at }] : []),
    ...(isCut(keys) && grub.test(keys) ? [{ id: 'semicolon' as const, at }] : []),
  ];
}

/** No answers on media, none from Packer's server, and none from another one. */
function isNowhere(body: Body, keys: string): boolean {
  const hasOwn = places.some((name) => !isUnset(body, name)) || isoBlocks(body).some(holdsSeed);
  const elsewhere = /https?:\/\/(?!\{\{)/.test(keys) || /\/cdrom|file:\/\//.test(keys);
  return !hasOwn && !elsewhere && !attributeOf(body, 'iso_paths');
}

/** An ISO that was made elsewhere may hold the answers. */
function holdsSeed({ type }: { readonly type: string }): boolean {
  return type === 'additional_iso_files' || type === 'content';
}

/** A `;` that is neither escaped nor between quotation marks. */
function isCut(keys: string): boolean {
  const match = /(["']?)ds=(["']?)nocloud(?:-net)?(\\?);/.exec(keys);
  return match !== null && match[1] === '' && match[2] === '' && match[3] === '';
}

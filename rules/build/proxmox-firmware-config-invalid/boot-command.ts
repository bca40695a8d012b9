import type { Body } from 'packer-hybrid/rules';
import { type Problem, placeOf } from '../_shared/problem.ts';
import { textOf, textsOf } from '../_shared/settings.ts';

/** How one edits the line of ISOLINUX: GRUB, which OVMF starts, knows neither. */
const isolinux =
  /^(?:<wait[^>]*>|<up>|<down>)*(?:<tab>|<esc>(?:<wait[^>]*>)*(?:linux|auto|install|\/install)\b)/i;

/** Typed into another menu, the command does nothing, and the installer waits. */
export function bootCommandProblems(body: Body): readonly Problem<'bios-boot-command'>[] {
  const keys = textsOf(body, 'boot_command');
  if (textOf(body, 'bios') !== 'ovmf' || !keys || !isolinux.test(keys.join(''))) return [];
  return [{ id: 'bios-boot-command', at: placeOf(body, 'boot_command'), severity: 'low', confidence: 0.6 }];
}

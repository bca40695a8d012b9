import type { Body } from 'packer-hybrid/rules';
import { isSet, textOf } from './settings.ts';

/** Whether a source builds a Windows image, as far as its own settings tell. */
export function isWindows(body: Body): boolean {
  return (
    /^win/i.test(textOf(body, 'os_type') ?? '') ||
    textOf(body, 'communicator') === 'winrm' ||
    /^win/i.test(textOf(body, 'guest_os_type') ?? '') ||
    /^(win|wxp|w2k|wvista)/.test(textOf(body, 'os') ?? '') ||
    isSet(body, 'winrm_username')
  );
}

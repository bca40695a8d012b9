import type { Body } from 'packer-hybrid/rules';
import { textOf } from '../_shared/settings.ts';

const linux =
  /^(l24|l26|.*linux.*|.*ubuntu.*|.*debian.*|.*centos.*|.*rhel.*|.*sles.*|.*fedora.*|.*alma.*|.*rocky.*)$/i;

/** Whether a source says that it builds a Linux image; OpenSSH serves Windows as well, so that SSH alone tells nothing. */
export function isLinux(body: Body): boolean {
  return ['os_type', 'os', 'guest_os_type'].some((name) => linux.test(textOf(body, name) ?? ''));
}

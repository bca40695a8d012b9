import type { Body } from 'packer-hybrid/rules';
import { isWindows } from '../_shared/is-windows.ts';
import { textOf } from '../_shared/settings.ts';

const linuxNames = /debian|ubuntu|centos|alma|rocky|fedora|rhel|suse|alpine|arch|linux|oracle/i;
const plainOff = /^\s*(?:\/(?:usr\/)?s?bin\/)?(?:shutdown|poweroff|halt|systemctl\s+poweroff|init\s+0)\b/;
const restart = /\breboot\b|\bshutdown\b[^;&|]*\s[-/]r\b|\binit\s+6\b/;
const windowsCommand = /\bshutdown(?:\.exe)?\s+\/[a-z]/i;

/** What is wrong with a command that is there, as far as it is known. */
export function commandProblem(body: Body): 'without-sudo' | 'reboot' | 'other-system' | undefined {
  const command = textOf(body, 'shutdown_command');
  if (command === undefined) return undefined;
  if (restart.test(command) && !/poweroff|-P\b|-h\b|\bhalt\b|\/s\b/.test(command)) return 'reboot';
  if (isWindows(body)) return undefined;
  if (windowsCommand.test(command)) return isLinux(body) ? 'other-system' : undefined;
  const user = textOf(body, 'ssh_username');
  const needsSudo = user !== undefined && !/^(root|administrator)$/i.test(user);
  return needsSudo && plainOff.test(command) ? 'without-sudo' : undefined;
}

function isLinux(body: Body): boolean {
  const names = ['vm_name', 'iso_url'].map((name) => textOf(body, name) ?? '');
  return textOf(body, 'ssh_username') === 'root' || names.some((name) => linuxNames.test(name));
}

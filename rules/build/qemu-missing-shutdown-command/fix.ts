import { attributeOf, type Body, type TextEdit } from 'packer-hybrid/rules';
import { insertAfter } from '../_shared/insert-attribute.ts';
import { isWindows } from '../_shared/is-windows.ts';
import { textOf } from '../_shared/settings.ts';

/** A command for the user that Packer logs in as, on the line after the user; nothing where no user is named. */
export function fixOf(body: Body): readonly TextEdit[] {
  if (attributeOf(body, 'shutdown_command')) return [];
  if (isWindows(body)) {
    const anchor = attributeOf(body, 'winrm_username') ?? attributeOf(body, 'communicator');
    return anchor ? insertAfter(anchor, 'shutdown_command = "shutdown /s /t 10 /f"') : [];
  }
  const user = attributeOf(body, 'ssh_username');
  if (!user) return [];
  if (textOf(body, 'ssh_username') === 'root')
    return insertAfter(user, 'shutdown_command = "shutdown -P now"');
  const password = attributeOf(body, 'ssh_password');
  // A password that is written as text is not repeated.
  const isReference = password !== undefined && /^(var|local)\.\w+$/.test(password.text);
  const sudo = isReference ? `echo '\${${password.text}}' | sudo -S` : 'sudo';
  return insertAfter(user, `shutdown_command = "${sudo} shutdown -P now"`);
}

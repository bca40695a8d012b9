import type { Command } from 'packer-hybrid/rules';
import { addedText, replacements, writtenFiles } from '../_shared/command-text.ts';

/** A way in that is wider than it should be. */
export interface WeakLogin {
  readonly setting: string;
  /** The sudoers file, where it is one. */
  readonly file: string | undefined;
  readonly isVagrant: boolean;
}

const sshdSettings: readonly (readonly [string, RegExp])[] = [
  ['PermitRootLogin yes', /\bPermitRootLogin[ =\\]+yes\b/i],
  ['PasswordAuthentication yes', /\bPasswordAuthentication[ =\\]+yes\b/i],
  ['PermitEmptyPasswords yes', /\bPermitEmptyPasswords[ =\\]+yes\b/i],
];
const passwordless = /\bNOPASSWD\s*:\s*ALL\b/;
const defaultUser = /%(sudo|wheel|admin)\b/;

/** Whether a command can widen or close such a way in at all; most cannot, and need no closer look. */
export function concernsLogins({ name, text, heredoc, pipedFrom }: Command): boolean {
  return (
    name === 'userdel' ||
    name === 'deluser' ||
    /sudoers|sshd_config/.test(`${text} ${pipedFrom?.text} ${heredoc}`)
  );
}

/** What a command widens, told from the file that it writes. */
export function weakLogins(command: Command): readonly WeakLogin[] {
  const files = writtenFiles(command);
  if (files.length === 0) return [];
  const added = addedText(command);
  return [
    ...(files.some((file) => /sshd_config/.test(file)) ? sshdLogins(added) : []),
    ...files
      .filter((file) => /sudoers/.test(file) && passwordless.test(added))
      .map((file) => sudoLogin(file, added)),
  ];
}

function sshdLogins(added: string): readonly WeakLogin[] {
  return sshdSettings
    .filter(([, form]) => form.test(added))
    .map(([setting]) => ({ setting, file: undefined, isVagrant: false }));
}

function sudoLogin(file: string, text: string): WeakLogin {
  const isVagrant = /vagrant/.test(file) || /\bvagrant\b/.test(text);
  return { setting: `NOPASSWD:ALL in ${file}`, file, isVagrant };
}

/** The same in the commands of an answer file, line by line: `late_command`, `%post`, `runcmd`. */
export function weakLoginsIn(text: string) {
  let offset = 0;
  return text.split('\n').flatMap((line) => {
    const start = offset + line.length - line.trimStart().length;
    const end = offset + line.trimEnd().length;
    offset += line.length + 1;
    return lineLogins(line).map((login) => ({ login, start, end }));
  });
}

function lineLogins(line: string): readonly WeakLogin[] {
  if (/^\s*(#|\/\/)/.test(line)) return [];
  const [, file] = /(\/etc\/sudoers(?:\.d\/[\w.${}-]+)?)/.exec(line) ?? [];
  const changed = replacements(line).join('\n') || line;
  if (file && passwordless.test(changed) && !defaultUser.test(changed)) return [sudoLogin(file, line)];
  if (!/sshd_config/.test(line)) return [];
  return sshdLogins(changed);
}

/** Whether a later command closes it again. */
export function isTakenBack({ setting, file }: WeakLogin, command: Command): boolean {
  if (file === undefined) return restoresSshd(setting.split(' ')[0] ?? '', command);
  if (command.name === 'userdel' || command.name === 'deluser') return true;
  if (command.name === 'rm' || command.name === 'shred')
    return command.words.some((word) => covers(word, file));
  return (
    command.name === 'sed' &&
    command.words.some((word) => covers(word, file)) &&
    /NOPASSWD/.test(command.text) &&
    !passwordless.test(addedText(command))
  );
}

/** A path, a pattern with `*`, or a folder; names that variables give may be any. */
function covers(word: string, file: string): boolean {
  if (word === file || (word.endsWith('/sudoers.d') && file.startsWith(word))) return true;
  if (!word.includes('sudoers.d/')) return false;
  if (/[$*{]/.test(word) || /[${]/.test(file)) return true;
  return false;
}

function restoresSshd(name: string, command: Command): boolean {
  const files = writtenFiles(command);
  if (command.name === 'rm') return command.words.some((word) => /sshd_config\.d/.test(word));
  if (!files.some((path) => /sshd_config/.test(path)) || !command.text.includes(name)) return false;
  return !new RegExp(`${name}[ =\\\\]+yes`, 'i').test(addedText(command));
}

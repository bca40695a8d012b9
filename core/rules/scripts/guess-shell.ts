import type { Script } from '../views.ts';

export interface ShellClues {
  /** Type of the component or source. */
  readonly type: string;
  /** The interpreter line without `#!`. */
  readonly shebang?: string | undefined;
  /** Path of the script file. */
  readonly path?: string | undefined;
  /** The command itself, or what starts the script. */
  readonly command?: string | undefined;
}

const interpreters = [
  [/\b(?:pwsh|powershell)\b/i, 'powershell'],
  [/\bcmd(?:\.exe)?\b/i, 'cmd'],
  [/\b(?:ba|da|z|k|a)?sh\b/, 'sh'],
] as const;
const extensions = [
  [/\.ps[md]?1$/i, 'powershell'],
  [/\.(?:cmd|bat)$/i, 'cmd'],
  [/\.(?:ba|z|k)?sh$/i, 'sh'],
  [/\.(?:py|rb|pl|js|ts|php|lua|go|exe)$/i, 'other'],
] as const;
const byType: Readonly<Record<string, Script['shell']>> = {
  shell: 'sh',
  'shell-local': 'sh',
  powershell: 'powershell',
  'windows-shell': 'cmd',
};
/** How commands for Windows begin that are no PowerShell: `shutdown /s`, `%WINDIR%\…`, `C:\…`. */
const windows = /^\s*"?(?:shutdown(?:\.exe)?\s+\/|%\w+%|[a-z]:[\\/])/i;

/** The shell that runs a script: its interpreter line says it best, then its extension, then the component's type. */
export function guessShell({ type, shebang, path, command }: ShellClues): Script['shell'] {
  const told = shebang === undefined ? undefined : (firstOf(interpreters, shebang) ?? 'other');
  const named = path === undefined ? undefined : firstOf(extensions, path);
  return told ?? named ?? fromCommand(type, command) ?? byType[type] ?? 'sh';
}

/** A `shell` provisioner may start anything; the others start what they are for. */
function fromCommand(type: string, command: string | undefined): Script['shell'] | undefined {
  if (command === undefined || type === 'powershell' || type === 'windows-shell') return undefined;
  if (/^\s*(?:&\s*)?"?(?:[\w:\\/.%-]*[\\/])?(?:pwsh|powershell)(?:\.exe)?\b/i.test(command))
    return 'powershell';
  return windows.test(command) || /^\s*cmd(?:\.exe)?\s+\/c/i.test(command) ? 'cmd' : undefined;
}

function firstOf(
  table: readonly (readonly [RegExp, Script['shell']])[],
  text: string,
): Script['shell'] | undefined {
  return table.find(([pattern]) => pattern.test(text))?.[1];
}

import { expect, it } from 'vitest';
import { guessShell, type ShellClues } from './guess-shell.ts';

it.each<[string, ShellClues]>([
  ['sh', { type: 'shell' }],
  ['powershell', { type: 'powershell' }],
  ['cmd', { type: 'windows-shell' }],
  ['sh', { type: 'shell-local', path: 'a.sh' }],
  ['powershell', { type: 'shell', path: 'a.ps1' }],
  ['cmd', { type: 'shell', path: 'A.BAT' }],
  ['other', { type: 'shell', path: 'a.py' }],
  ['other', { type: 'shell', shebang: '/usr/bin/perl -w', path: 'a.sh' }],
  ['sh', { type: 'shell', shebang: '/usr/bin/env bash' }],
  ['powershell', { type: 'shell', shebang: '/usr/bin/pwsh' }],
  ['powershell', { type: 'shell-local', command: 'powershell.exe -File x' }],
  ['sh', { type: 'shell', command: 'sudo sh -c {{ .Path }}' }],
  ['powershell', { type: 'powershell', command: 'cmd /c x' }],
  ['cmd', { type: 'qemu', command: 'shutdown /s /t 10' }],
  ['cmd', { type: 'qemu', command: 'C:\\Windows\\System32\\Sysprep\\sysprep.exe' }],
  ['sh', { type: 'qemu', command: 'sudo shutdown -P now' }],
])('%s for %o', (shell, clues) => {
  expect(guessShell(clues)).toBe(shell);
});

import { cmd } from './cmd/dialect.ts';
import type { Dialect } from './dialect.ts';
import { powershell } from './powershell/dialect.ts';
import { sh } from './sh/dialect.ts';

/** The reader of a shell's language. */
export function dialectOf(shell: 'sh' | 'powershell' | 'cmd'): Dialect {
  if (shell === 'sh') return sh;
  return shell === 'cmd' ? cmd : powershell;
}

import type { PackageManager } from './package-managers.ts';

/** How to get root's rights: not needed, through sudo, or not at all. */
export type Elevation = 'none' | 'sudo' | 'impossible';

/** A program with its arguments, ready to be started. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** The command as a person types it. */
export function shownCommand(manager: PackageManager, args: readonly string[], elevation: Elevation): string {
  const words = [manager.program, ...args];
  // Who lacks both root and sudo still has to run it as root, by whatever way the machine offers.
  return (elevation === 'none' ? words : ['sudo', ...words]).join(' ');
}

/** The command as we run it: nobody is there to answer a question, so sudo must not ask for a password either. */
export function startedCommand(
  manager: PackageManager,
  args: readonly string[],
  elevation: Elevation,
): Command {
  if (elevation !== 'sudo') return { file: manager.program, args, env: manager.env };
  const settings = Object.entries(manager.env).map(([name, value]) => `${name}=${value}`);
  return { file: 'sudo', args: ['-n', 'env', ...settings, manager.program, ...args], env: {} };
}

import { readFileSync } from 'node:fs';

/** Whether a process of this number runs on this machine, whoever it belongs to. */
export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
  // One that ended but that its parent never asked about, as in containers without an init, keeps its number.
  return processFields(pid)?.[0] !== 'Z';
}

/** Clock ticks between the start of the machine and of a process; undefined where the system keeps no /proc. */
export function processStart(pid: number): number | undefined {
  const ticks = processFields(pid)?.[19];
  return ticks === undefined ? undefined : Number(ticks);
}

/** The fields of /proc/<pid>/stat from the third on: before them stands the program's name, which may hold anything. */
function processFields(pid: number): readonly string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

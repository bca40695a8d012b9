import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Sends a signal to a whole process group; a group that is gone already is no failure. */
export function signalGroup(group: number, signal: NodeJS.Signals): void {
  try {
    process.kill(process.platform === 'win32' ? group : -group, signal);
  } catch {
    // ESRCH: it ended in the meantime. EPERM: its members changed user, and nothing here can end them.
  }
}

function exists(group: number): boolean {
  try {
    process.kill(process.platform === 'win32' ? group : -group, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Fields after the name, which may itself contain blanks and brackets: state, parent, group … */
function isLivingMember(pid: string, group: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, , memberOf] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(memberOf) === group && state !== 'Z' && state !== 'X';
  } catch {
    return false;
  }
}

/** How many members of a group are alive; where the system does not tell, one stands for any number. */
export function livingMembers(group: number): number {
  if (!exists(group)) return 0;
  // Dead members that nobody collected still answer to signal 0, so only /proc tells the living.
  if (process.platform !== 'linux') return 1;
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isLivingMember(name, group)).length;
  } catch {
    return 1;
  }
}

/** Resolves with the number of members that are still alive: 0 as soon as the group is empty, else after `waitMs`. */
export async function waitForEmptyGroup(group: number, waitMs: number): Promise<number> {
  const deadline = performance.now() + waitMs;
  for (let pause = 5; ; pause = Math.min(pause * 2, 200)) {
    const members = livingMembers(group);
    const left = deadline - performance.now();
    if (members === 0 || left <= 0) return members;
    await sleep(Math.min(pause, left));
  }
}

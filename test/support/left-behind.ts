import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** A process that works in a folder or names it. */
interface Process {
  readonly pid: number;
  readonly command: string;
  readonly cwd: string;
}

/** Command lines of QEMU and Packer processes that belong to a workspace. */
export function leftBehind(root: string): readonly string[] {
  return processesOf(root).map(({ command }) => command);
}

/** Ends what a test that went wrong left running. */
export function endLeftBehind(root: string): void {
  for (const { pid } of processesOf(root)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself.
    }
  }
}

function processesOf(root: string): readonly Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(processOf)
    .filter(({ command }) => /qemu|packer/.test(command.split(' ')[0] ?? ''))
    .filter(({ command, cwd }) => command.includes(root) || inside(cwd, root));
}

function processOf(pid: string): Process {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return { pid: Number(pid), command, cwd: readlinkSync(`/proc/${pid}/cwd`) };
  } catch {
    // It ended while we looked.
    return { pid: Number(pid), command: '', cwd: '' };
  }
}

function inside(path: string, root: string): boolean {
  return path === root || path.startsWith(`${root}/`);
}

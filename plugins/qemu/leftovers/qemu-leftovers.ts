import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type LeftoverMachine, type Leftovers, RUN_MARK } from 'packer-hybrid';

/** QEMU machines are processes: those that bear the mark of a run are its machines. */
export const qemuLeftovers: Leftovers = {
  async find({ run, signal }) {
    const machines: LeftoverMachine[] = [];
    for (const pid of await pids()) {
      signal.throwIfAborted();
      const machine = await machineOf(pid, run);
      if (machine) machines.push(machine);
    }
    return machines;
  },
};

/** None where the system has no /proc. */
async function pids(): Promise<readonly number[]> {
  const names = await readdir('/proc').catch(() => []);
  return names.filter((name) => /^\d+$/.test(name)).map(Number);
}

async function machineOf(pid: number, run: string): Promise<LeftoverMachine | undefined> {
  const [program = '', ...args] = await words(`/proc/${pid}/cmdline`);
  if (!basename(program).startsWith('qemu-system-')) return undefined;
  const environment = await words(`/proc/${pid}/environ`);
  if (!environment.includes(`${RUN_MARK}=${run}`)) return undefined;
  return { pid, what: `QEMU machine ${nameOf(args) ?? 'without a name'}` };
}

/** Its name, else the file of its first disk. */
export function nameOf(args: readonly string[]): string | undefined {
  const after = (option: string) => args[args.indexOf(option) + 1 || args.length];
  const name = after('-name')
    ?.replace(/^guest=/, '')
    .split(',')[0];
  const disk = after('-drive')
    ?.split(',')
    .find((part) => part.startsWith('file='));
  return name || (disk && basename(disk.slice('file='.length)));
}

/** Empty for a process that is gone or belongs to somebody else. */
async function words(path: string): Promise<readonly string[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.split('\0').filter(Boolean);
}

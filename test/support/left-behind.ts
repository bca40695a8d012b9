import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Command lines of QEMU and Packer processes that belong to a workspace: they work in it, or name it. */
export function leftBehind(root: string): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(processOf)
    .filter(
      ({ command, cwd }) =>
        /qemu|packer/.test(command.split(' ')[0] ?? '') && (command.includes(root) || inside(cwd, root)),
    )
    .map(({ command }) => command);
}

function processOf(pid: string): { readonly command: string; readonly cwd: string } {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return { command, cwd: readlinkSync(`/proc/${pid}/cwd`) };
  } catch {
    // It ended while we looked.
    return { command: '', cwd: '' };
  }
}

function inside(path: string, root: string): boolean {
  return path === root || path.startsWith(`${root}/`);
}

import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unpackedPackages } from '../../support/guest/debian-files.ts';

/** A command that runs the real sudo as a user whom no rule knows; taken from its package where it is not installed. */
export async function plainSudo(outside: string): Promise<string> {
  const script = join(outside, 'as-nobody');
  const prepare = existsSync('/usr/bin/sudo') ? ':' : await overlaid(outside);
  const become = 'exec setpriv --reuid=65534 --regid=65534 --clear-groups sudo "$@"';
  await writeFile(script, `#!/bin/sh\nexec unshare -m sh -c '${prepare} && ${become}' sh "$@"\n`);
  await chmod(script, 0o755);
  return script;
}

/** Lays the files of the package over those of the system, in the mount namespace of the command alone. */
async function overlaid(outside: string): Promise<string> {
  const unpacked = join(await unpackedPackages('sudo', ['sudo']), 'root');
  const root = join(outside, 'sudo');
  await mkdir(root);
  await cp(unpacked, root, { recursive: true });
  await chmod(join(root, 'usr/bin/sudo'), 0o4755);
  const over = (folder: string) =>
    `mount -t overlay overlay -o lowerdir=${root}/${folder}:/${folder} /${folder}`;
  return ['usr', 'etc'].map(over).join(' && ');
}

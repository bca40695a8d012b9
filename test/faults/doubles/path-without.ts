import { mkdir, readdir, symlink } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type { TestPacker } from '../../toolchain/toolchain.ts';

/** A PATH on which everything is found but programs whose names look like this; the Packer of the fault comes first. */
export async function pathWithout(
  pattern: RegExp,
  { folder, packer }: { readonly folder: string; readonly packer: TestPacker },
): Promise<string> {
  await mkdir(folder);
  await symlink(packer.path, join(folder, 'packer'));
  for (const place of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of await readdir(place).catch(() => [])) {
      // The first one on the PATH wins; a second link of its name is refused.
      if (!pattern.test(name)) await symlink(join(place, name), join(folder, name)).catch(() => undefined);
    }
  }
  return folder;
}

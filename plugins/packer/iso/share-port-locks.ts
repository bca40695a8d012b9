import { mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Lets targets that are built at once see which ports the others have taken. Packer locks a port by a file in the folder
 * `port` of its cache, and every target has a cache of its own: without this two machines get the same port.
 */
export async function sharePortLocks(packerCache: string, shared: string): Promise<void> {
  const own = join(packerCache, 'port');
  await mkdir(shared, { recursive: true });
  await mkdir(packerCache, { recursive: true });
  // Made anew each time: the workspace may have been moved since the last build.
  await rm(own, { recursive: true, force: true });
  await symlink(shared, own, 'junction');
}

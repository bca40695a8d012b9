/** Runs the command line where this folder of the workspace is a disk of its own with so much room; seen by nobody else. */
export function inSmallDisk(folder: string, size: string): readonly string[] {
  return mounted(`mkdir -p ${folder} && mount -t tmpfs -o size=${size} tmpfs ${folder}`);
}

/** Runs the command line where this folder of the workspace may be read only; seen by nobody else. */
export function withReadOnly(folder: string): readonly string[] {
  return mounted(`mount --bind ${folder} ${folder} && mount -o remount,bind,ro ${folder}`);
}

function mounted(commands: string): readonly string[] {
  return ['unshare', '-m', 'sh', '-c', `${commands} && exec "$@"`, 'sh'];
}

import fs from 'node:fs';
import { ownerText } from './lock-owner.ts';

type Done = (cause: NodeJS.ErrnoException | null) => void;

/** Creates a lock file that names us as its holder, at once and as a whole; throws EEXIST when somebody else has it. */
export function createLockFile(path: string): void {
  if (fs.existsSync(path)) throw taken(path);
  const draft = `${path}.${process.pid}`;
  fs.writeFileSync(draft, ownerText());
  try {
    link(draft, path);
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

function link(draft: string, path: string): void {
  try {
    fs.linkSync(draft, path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    // Gone: the holder of the lock tidied up. Anything but taken: a file system without hard links.
    if (code === 'ENOENT') throw taken(path);
    if (code === 'EEXIST') throw cause;
    fs.writeFileSync(path, ownerText(), { flag: 'wx' });
  }
}

function taken(path: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${path} exists.`), { code: 'EEXIST' });
}

type FileSystem = Omit<typeof fs, 'mkdir' | 'rmdir' | 'rmdirSync'> & LockCalls;

interface LockCalls {
  mkdir(path: string, done: Done): void;
  rmdir(path: string, done: Done): void;
  rmdirSync(path: string): void;
}

/** A file system for proper-lockfile whose locks are files that name their holder, where its own are empty folders. */
export const lockFiles: FileSystem = {
  ...fs,
  mkdir(path: string, done: Done): void {
    try {
      createLockFile(path);
    } catch (cause) {
      done(cause as NodeJS.ErrnoException);
      return;
    }
    done(null);
  },
  rmdir(path: string, done: Done): void {
    fs.unlink(path, done);
  },
  rmdirSync(path: string): void {
    fs.unlinkSync(path);
  },
};

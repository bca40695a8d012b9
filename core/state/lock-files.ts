import fs from 'node:fs';
import { ownerText } from './lock-owner.ts';

type Done = (cause: NodeJS.ErrnoException | null) => void;

/** Creates a lock file that names us as its holder; throws EEXIST when somebody else has it. */
export function createLockFile(path: string): void {
  const file = fs.openSync(path, 'wx');
  try {
    fs.writeSync(file, ownerText());
  } finally {
    fs.closeSync(file);
  }
}

/** A file system for proper-lockfile whose locks are files that name their holder, where its own are empty folders. */
export const lockFiles = {
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

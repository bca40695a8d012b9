import { resolve } from 'node:path';
import which from 'which';

/** Absolute path of a program on PATH, or undefined; a relative entry of PATH counts from the working directory. */
export async function findProgram(program: string): Promise<string | undefined> {
  const found = await which(program, { nothrow: true });
  return found === null ? undefined : resolve(found);
}

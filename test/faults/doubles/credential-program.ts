import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FaultContext } from '../fault.ts';
import { passwordVariable } from '../templates/vsphere-build.ts';

/** A program that hands out a password, as people set one in `recovery.credentials`. */
export interface CredentialProgram {
  readonly config: Readonly<Record<string, unknown>>;
  /** How often it was asked. */
  asked(): Promise<number>;
}

/** Writes the program that has this password for vSphere. */
export async function credentialProgram(
  { outside }: Pick<FaultContext, 'outside'>,
  password: string,
): Promise<CredentialProgram> {
  const [program, answer, asked] = ['password', 'answer.json', 'asked'].map((name) => join(outside, name));
  await writeFile(String(answer), JSON.stringify({ [passwordVariable]: password }));
  await writeFile(String(program), `#!/bin/sh\necho asked >> "${asked}"\ncat "${answer}"\n`, { mode: 0o755 });
  return {
    config: {
      retry: { attempts: 1, wait: 0.2 },
      recovery: { credentials: { vsphere: { command: [program] } } },
    },
    async asked() {
      const lines = await readFile(String(asked), 'utf8').catch(() => '');
      return lines.split('\n').filter(Boolean).length;
    },
  };
}

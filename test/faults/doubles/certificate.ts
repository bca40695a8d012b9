import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mustRun } from '../../support/run-program.ts';
import type { FaultContext } from '../fault.ts';

/** A certificate for these names that is its own authority. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
  /** Where it lies, for programs that are told to trust it. */
  readonly file: string;
}

/** Makes a certificate for hosts, as `openssl` does; addresses are given as they are written. */
export async function certificateFor(
  { outside }: Pick<FaultContext, 'outside'>,
  hosts: readonly string[],
): Promise<Certificate> {
  const key = join(outside, 'tls.key');
  const file = join(outside, 'tls.pem');
  const names = hosts.map((host) => (/^[\d.]+$/.test(host) ? `IP:${host}` : `DNS:${host}`)).join(',');
  await mustRun('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
    ...['-subj', '/CN=Test', '-days', '2', '-addext', `subjectAltName=${names}`],
    ...['-keyout', key, '-out', file],
  ]);
  return { key: await readFile(key, 'utf8'), cert: await readFile(file, 'utf8'), file };
}

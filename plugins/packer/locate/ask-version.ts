import { stat } from 'node:fs/promises';
import type { RunContext } from 'packer-hybrid';
import { parseRecord } from '../transcript/index.ts';

type Asking = Pick<RunContext, 'processes' | 'signal'>;

/** Reads `Packer v1.6.6`, the machine-readable form, or undefined when it is neither. */
export function readVersion(output: string): string | undefined {
  for (const line of output.split('\n')) {
    const record = parseRecord(line);
    if (record?.type === 'version') return record.data[0];
    const shown = /^Packer v(\d+\.\d+\.\d+\S*)/.exec(line)?.[1];
    if (shown) return shown;
  }
  return undefined;
}

/** A program's version, or why it does not tell one. */
export type VersionAnswer = { readonly version: string } | { readonly silent: string };

/** Asks programs for their version, each file once for as long as it stays the same; undefined where there is no file. */
export function versionAsker(): (path: string, context: Asking) => Promise<VersionAnswer | undefined> {
  const known = new Map<string, VersionAnswer>();

  return async (path, context) => {
    const info = await stat(path).catch(() => undefined);
    if (!info?.isFile()) return undefined;
    const key = `${path} ${info.mtimeMs} ${info.size}`;
    const answer = known.get(key) ?? (await ask(path, context));
    if ('version' in answer) known.set(key, answer);
    return answer;
  };
}

async function ask(path: string, { processes, signal }: Asking): Promise<VersionAnswer> {
  const { stdoutTail, stderrTail, exitCode, ended } = await processes.run(path, ['version'], {
    env: { CHECKPOINT_DISABLE: '1', PACKER_NO_COLOR: '1', PACKER_LOG: undefined, PACKER_LOG_PATH: undefined },
    signal,
    timeoutMs: 30_000,
  });
  const version = readVersion(stdoutTail);
  if (version) return { version };
  const lastWords = (stderrTail.trim() || stdoutTail.trim()).split('\n').at(-1);
  return { silent: lastWords || `it ended with ${exitCode ?? ended} and said nothing` };
}

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

/** Asks programs for their version, each file once for as long as it stays the same. */
export function versionAsker(): (path: string, context: Asking) => Promise<string | undefined> {
  const known = new Map<string, string>();

  return async (path, context) => {
    const info = await stat(path).catch(() => undefined);
    if (!info?.isFile()) return undefined;
    const key = `${path} ${info.mtimeMs} ${info.size}`;
    const version = known.get(key) ?? (await ask(path, context));
    if (version) known.set(key, version);
    return version;
  };
}

async function ask(path: string, { processes, signal }: Asking): Promise<string | undefined> {
  const { stdoutTail } = await processes.run(path, ['version'], {
    env: { CHECKPOINT_DISABLE: '1', PACKER_NO_COLOR: '1', PACKER_LOG: undefined, PACKER_LOG_PATH: undefined },
    signal,
    timeoutMs: 30_000,
  });
  return readVersion(stdoutTail);
}

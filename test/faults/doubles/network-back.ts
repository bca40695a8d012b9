import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { mustRun } from '../../support/run-program.ts';
import type { FaultContext } from '../fault.ts';

interface Network {
  /** A process inside the network. */
  readonly pid: number;
  /** What a server of that network offers on this port of loopback. */
  readonly file: string;
  readonly port: number;
}

/** Switches loopback of a network namespace on, with a server on it. */
export async function networkBack(
  { onEnd }: Pick<FaultContext, 'onEnd'>,
  { pid, file, port }: Network,
): Promise<void> {
  const inside = ['-t', String(pid), '-n'];
  await mustRun('nsenter', [...inside, 'ip', 'link', 'set', 'lo', 'up']);
  const server = join(import.meta.dirname, 'serve-file.mjs');
  const child = spawn('nsenter', [...inside, process.execPath, server, file, String(port)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onEnd(async () => {
    const ended = once(child, 'exit');
    child.stdin.end();
    await ended;
  });
  await once(child.stdout, 'data');
}

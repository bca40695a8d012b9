import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { ProxmoxApi } from './proxmox-api.ts';

const PAUSE_MS = 500;
const LIMIT_MS = 10 * 60_000;

/** The name of a task tells the node on which it runs: `UPID:<node>:…`. */
const Upid = z.string().regex(/^UPID:[^:]+:/);
const Task = z.object({ status: z.string(), exitstatus: z.string().optional() });

/** Starts a task of Proxmox and waits until it has ended; rejects with its last words where it failed. */
export async function finishTask(
  api: ProxmoxApi,
  { method, path }: { readonly method: 'POST' | 'DELETE'; readonly path: string },
  signal: AbortSignal,
): Promise<void> {
  const task = Upid.parse(await api(method, path));
  const node = encodeURIComponent(task.split(':')[1] ?? '');
  const deadline = performance.now() + LIMIT_MS;
  for (;;) {
    const state = Task.parse(await api('GET', `/nodes/${node}/tasks/${encodeURIComponent(task)}/status`));
    if (state.status === 'stopped') return judge(state.exitstatus ?? 'no exit status');
    if (performance.now() > deadline) throw new Error(`Proxmox was not done with ${task} in ten minutes`);
    await sleep(PAUSE_MS, undefined, { signal });
  }
}

function judge(exit: string): void {
  if (exit !== 'OK' && !exit.startsWith('WARNINGS')) throw new Error(`Proxmox says: ${exit}`);
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { leftBehind } from '../support/left-behind.ts';
import type { TestWorkspace } from '../support/test-workspace.ts';

/** Where a run may leave something behind. */
export interface LeftOverPlaces {
  readonly workspace: TestWorkspace;
  /** The folder that the run had for temporary files. */
  readonly tmp: string;
  readonly run: string | undefined;
}

/** Everything that a run left behind and should not have: processes, temporary files, journals, work folders, mounts. */
export async function leftOver({ workspace, tmp, run }: LeftOverPlaces): Promise<readonly string[]> {
  const { root } = workspace;
  return [
    ...(await processesOf(run)).map((command) => `process ${command}`),
    ...leftBehind(root).map((command) => `process ${command}`),
    ...namesIn(tmp).map((name) => `temporary file ${name}`),
    ...namesIn(join(root, '.packer-hybrid', 'work')).map((name) => `work folder ${name}`),
    ...namesIn(join(root, 'state', 'journal')).map((name) => `journal ${name}`),
    ...mountsBelow(root).map((place) => `mount ${place}`),
  ];
}

/** What bears the mark of the run; a process that has just been ended gets a moment to be gone. */
async function processesOf(run: string | undefined): Promise<readonly string[]> {
  if (run === undefined) return [];
  for (let look = 0; look < 10; look++) {
    if (markedProcesses(run).length === 0) return [];
    await delay(100);
  }
  return markedProcesses(run).map(({ command }) => command);
}

/** Processes that bear the mark of a run, with their command lines. */
export function markedProcesses(run: string): readonly { readonly pid: number; readonly command: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => textOf(`/proc/${pid}/environ`).split('\0').includes(`PACKER_HYBRID_RUN=${run}`))
    .map((pid) => ({
      pid: Number(pid),
      command: textOf(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim(),
    }));
}

function mountsBelow(root: string): readonly string[] {
  return textOf('/proc/mounts')
    .split('\n')
    .map((line) => line.split(' ')[1] ?? '')
    .filter((place) => place.startsWith(root));
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // It ended while we looked, or belongs to somebody else.
    return '';
  }
}

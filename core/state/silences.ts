import { readFile } from 'node:fs/promises';
import type { WorkspaceFolders } from './paths.ts';
import { statePath } from './run-paths.ts';
import { updateState } from './state-file.ts';
import { parseVersioned } from './versioned-file.ts';
import { stateFormat } from './workspace-state.ts';

/** Longest silence of each step of a build, in milliseconds. */
export type Silences = Readonly<Record<string, number>>;

const BUILDS_KEPT = 5;
/** A template has tens of steps; what goes beyond is made up by a program that writes headings. */
const STEPS_KEPT = 200;

/** The longest silences of a target's steps in its last good builds; none where the state cannot be read. */
export async function usualSilences(folders: WorkspaceFolders, slug: string): Promise<Silences> {
  const path = statePath(folders);
  try {
    const parsed = parseVersioned(path, await readFile(path, 'utf8'), stateFormat);
    const steps = parsed.ok ? (parsed.value.silences[slug] ?? {}) : {};
    return Object.fromEntries(Object.entries(steps).map(([step, times]) => [step, Math.max(...times)]));
  } catch {
    return {};
  }
}

/** Adds the silences of a good build; steps that it no longer had are forgotten. */
export async function rememberSilences(
  folders: WorkspaceFolders,
  slug: string,
  silences: Silences,
): Promise<void> {
  await updateState(folders, (state) => {
    const before = state.silences[slug] ?? {};
    const steps = Object.entries(silences)
      .slice(0, STEPS_KEPT)
      .map(([step, ms]) => [step, [...(before[step] ?? []), ms].slice(-BUILDS_KEPT)] as const);
    return { ...state, silences: { ...state.silences, [slug]: Object.fromEntries(steps) } };
  });
}

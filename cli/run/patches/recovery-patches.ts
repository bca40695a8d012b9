import { join } from 'node:path';
import { stepsInEffect } from '../../../core/pipeline/recovery/steps-in-effect.ts';
import { fixDiff } from '../../../core/rules/fixes/index.ts';
import type { RunRecord, TargetRecord } from '../../../core/schema/index.ts';
import { writeAtomically } from '../../../core/state/index.ts';
import type { RecoveryPatch } from '../../reporters/reporter.ts';
import { editedFiles } from './edited-files.ts';

export interface PatchOptions {
  readonly root: string;
  /** Folder that patches are written to; without it nothing is written. */
  readonly folder: string | undefined;
}

/** What recoveries corrected or would correct, as patches for the user's files; targets with the same corrections share one. */
export async function recoveryPatches(
  { targets }: RunRecord,
  options: PatchOptions,
): Promise<readonly RecoveryPatch[]> {
  const patches = new Map<string, RecoveryPatch>();
  for (const record of targets) {
    const diff = await diffFor(record, options.root);
    if (diff === undefined) continue;
    const same = patches.get(diff.text);
    const patch: RecoveryPatch = same ?? {
      targets: [],
      fits: diff.fits,
      path: await written(diff, record, options),
    };
    patches.set(diff.text, { ...patch, targets: [...patch.targets, record.target] });
  }
  return [...patches.values()];
}

interface Diff {
  /** What tells it from others; the patch itself where one fits. */
  readonly text: string;
  readonly fits: boolean;
}

async function diffFor({ recoveries, target }: TargetRecord, root: string): Promise<Diff | undefined> {
  const steps = stepsInEffect(recoveries);
  if (steps.length === 0) return undefined;
  const files = await editedFiles(root, steps);
  if (!files) return { text: target.id, fits: false };
  const diffs = await Promise.all(files.map(fixDiff));
  return { text: diffs.join(''), fits: true };
}

async function written(
  { text, fits }: Diff,
  { target }: TargetRecord,
  { folder }: PatchOptions,
): Promise<string | undefined> {
  if (folder === undefined || !fits) return undefined;
  const path = join(folder, `recovery-${target.slug}.patch`);
  await writeAtomically(path, text);
  return path;
}

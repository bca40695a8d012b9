import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { HybridError } from '../../errors/index.ts';
import type { WorkspaceFolders } from '../paths.ts';
import { pathEntries } from './claim-path.ts';
import { closeEntries } from './close-entries.ts';
import { endWriters } from './end-writers.ts';
import type { PathIntent } from './journal-line.ts';
import { provePath } from './prove-path.ts';
import { type JournalReport, type OpenEntry, readJournals } from './read-journals.ts';
import { lifeOf } from './run-life.ts';

export interface RemoveOwnOptions {
  readonly folders: WorkspaceFolders;
  /** The run and the target that ask: what they announced themselves counts as well as what killed runs left. */
  readonly run: string;
  readonly target: string;
  /** Absolute paths of files of finished images. */
  readonly images: readonly string[];
}

/**
 * Removes a file or folder that this target of this run or a killed one provably made, after ending what a killed run left alive there;
 * rejects with PH_RECOVERY_NOT_OURS.
 */
export async function removeOwnPath(path: string, options: RemoveOwnOptions): Promise<void> {
  const absolute = resolve(path);
  const journals = await readJournals(options.folders);
  const claims = claimsTo(absolute, options, journals);
  const verdicts = claims.map(({ entry }) => provePath(entry, options));
  const index = verdicts.findIndex(({ is }) => is === 'ours');
  const claim = claims[index];
  if (!claim) {
    const [denied] = verdicts.flatMap((verdict) => (verdict.is === 'not proven' ? [verdict.reason] : []));
    const reason = denied ?? 'no run of packer-hybrid announced it';
    throw new HybridError('PH_RECOVERY_NOT_OURS', { path: absolute, reason });
  }
  const others = journals.filter(({ run }) => run !== options.run);
  const reason = await endWriters(claim.entry.intent, others);
  if (reason !== undefined) throw new HybridError('PH_RECOVERY_NOT_OURS', { path: absolute, reason });
  await rm(absolute, { recursive: true, force: true });
  // The claim of the run that asks stays open: it is about to make the same thing again.
  if (claim.journal.run !== options.run) await closeEntries(claim.journal, [claim.entry], 'reaped');
}

interface Claim {
  readonly journal: JournalReport;
  readonly entry: OpenEntry<PathIntent>;
}

function claimsTo(
  path: string,
  { run, target }: RemoveOwnOptions,
  journals: readonly JournalReport[],
): readonly Claim[] {
  return journals
    .flatMap((journal) => pathEntries(journal).map((entry) => ({ journal, entry })))
    .filter(({ entry }) => entry.intent.path === path)
    .filter(({ journal, entry }) =>
      journal.run === run ? entry.intent.target === target : lifeOf(journal) === 'dead',
    );
}

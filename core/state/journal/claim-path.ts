import { resolve } from 'node:path';
import { HybridError } from '../../errors/index.ts';
import type { WorkspaceFolders } from '../paths.ts';
import { closeEntries } from './close-entries.ts';
import { leftProcesses } from './find-processes.ts';
import type { PathIntent, SightedPath } from './journal-line.ts';
import type { Journal, JournalEntry } from './open-journal.ts';
import { identityOf, isSameThing } from './path-identity.ts';
import { type JournalReport, type OpenEntry, pathSeen, readJournals } from './read-journals.ts';
import { lifeOf } from './run-life.ts';

/** A folder or file that a run is about to make. */
export interface PathClaim {
  /** Whether it is the run's to remove while the claim is open: nothing was there before, or only what a killed run had left. */
  readonly ours: boolean;
  /** Call it when it may be there by now; the first sight is remembered. */
  look(): void;
  /** `gone` when it was removed, `kept` when it is the user's from now on. */
  close(why: 'gone' | 'kept'): void;
}

export interface ClaimOptions {
  readonly folders: WorkspaceFolders;
  readonly journal: Journal;
  readonly target: string | null;
  readonly kind?: PathIntent['kind'];
}

interface OpenClaim {
  readonly target: string | null;
  readonly claim: PathClaim;
}

/** Claims that are open now: a second attempt at the same path is the same claim. */
const openClaims = new WeakMap<Journal, Map<string, OpenClaim>>();

const notOurs: PathClaim = { ours: false, look: () => undefined, close: () => undefined };

/**
 * Writes down that a path is about to be made. Claims of killed runs to the same path end here: what stands there next
 * is not theirs any more. Rejects with PH_PATH_IN_USE while a killed run may still
 * make it, and with PH_PATH_SHARED while another target of the run makes it.
 */
export async function claimPath(path: string, options: ClaimOptions): Promise<PathClaim> {
  const absolute = resolve(path);
  const { folders, journal, target, kind = 'folder' } = options;
  const own = openClaims.get(journal) ?? new Map<string, OpenClaim>();
  openClaims.set(journal, own);
  const claims = await claimsOfDeadRuns(folders, absolute);
  // Only now: while the journals were read, somebody else may have claimed it.
  const known = own.get(absolute);
  if (known?.target === target) return known.claim;
  if (known)
    throw new HybridError('PH_PATH_SHARED', { path: absolute, target: known.target ?? 'another part' });
  const found = identityOf(absolute);
  // What stands there stops Packer; where nothing stands, two machines would write to one image.
  if (!found) refuseWhereWritten(absolute, claims);
  const isTheirs = claims.some(({ entry }) => isWhatTheRunLeft(entry, found));
  if (found && !isTheirs) {
    await closeAll(claims);
    return notOurs;
  }
  const entry = journal.open({ kind, path: absolute, target });
  const claim = claimOf(entry, absolute, () => own.delete(absolute));
  own.set(absolute, { target, claim });
  await closeAll(claims);
  // What a killed run left is ours from now on, though it is older than our intent.
  if (found) claim.look();
  return claim;
}

/** Rejects while processes of a killed run that claimed the path live: they may make it again at any time. */
function refuseWhereWritten(path: string, claims: readonly Claim[]): void {
  for (const { journal } of claims) {
    const processes = leftProcesses(journal).map(({ pid }) => pid);
    if (processes.length > 0) throw new HybridError('PH_PATH_IN_USE', { path, run: journal.run, processes });
  }
}

function claimOf(entry: JournalEntry, path: string, onClose: () => void): PathClaim {
  let seen: SightedPath | undefined;
  let isOpen = true;
  return {
    get ours() {
      return isOpen;
    },
    look() {
      if (!isOpen) return;
      const now = identityOf(path);
      if (now === undefined || (seen && isSameThing(seen, now))) return;
      seen = now;
      entry.saw(now);
    },
    close(why) {
      if (!isOpen) return;
      isOpen = false;
      onClose();
      entry.close(why);
    },
  };
}

interface Claim {
  readonly journal: JournalReport;
  readonly entry: OpenEntry<PathIntent>;
}

async function claimsOfDeadRuns(folders: WorkspaceFolders, path: string): Promise<readonly Claim[]> {
  const journals = await readJournals(folders);
  return journals
    .filter((journal) => lifeOf(journal) === 'dead')
    .flatMap((journal) => pathEntries(journal).map((entry) => ({ journal, entry })))
    .filter(({ entry }) => entry.intent.path === path);
}

/** The entries of a journal that are about folders and files. */
export function pathEntries({ open }: JournalReport): readonly OpenEntry<PathIntent>[] {
  return open.filter((entry): entry is OpenEntry<PathIntent> => 'path' in entry.intent);
}

/** Whether what is found is what a run announced: the very thing that was seen, else nothing older than the intent. */
export function isWhatTheRunLeft(entry: OpenEntry, found: ReturnType<typeof identityOf>): boolean {
  if (!found) return false;
  const seen = pathSeen(entry);
  return seen ? isSameThing(seen, found) : found.born >= Date.parse(entry.at) - CLOCK_MS;
}

/** File systems round the time of birth. */
const CLOCK_MS = 2_000;

async function closeAll(claims: readonly Claim[]): Promise<void> {
  for (const { journal, entry } of claims) await closeEntries(journal, [entry], 'taken over');
}

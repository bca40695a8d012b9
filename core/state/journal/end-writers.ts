import { endProcesses } from './end-processes.ts';
import { leftProcesses, unprovenProcesses } from './find-processes.ts';
import type { PathIntent } from './journal-line.ts';
import type { JournalReport } from './read-journals.ts';
import { lifeOf } from './run-life.ts';

const GRACE_MS = 5_000;
const LIMIT_MS = 30_000;

/**
 * Ends what killed runs left alive that works at a path: it would write there again, or take away what comes to stand
 * there next. Answers why the path has to be left alone, or undefined when nobody works there any more.
 */
export async function endWriters(
  { path, target }: PathIntent,
  journals: readonly JournalReport[],
): Promise<string | undefined> {
  for (const journal of journals.filter((one) => isAtWork(one, path))) {
    const { run } = journal;
    const byHand = `end them with \`packer-hybrid reap\` first`;
    if (unprovenProcesses(journal).length > 0)
      return `processes of the killed run ${run} may work there; ${byHand}`;
    // Ending Packer leaves its machines behind: only that of this target is in the folder.
    if (buildsOthers(journal, target)) return `the killed run ${run} still builds other targets; ${byHand}`;
    const find = () => leftProcesses(journal);
    const signal = AbortSignal.timeout(LIMIT_MS);
    const still = await endProcesses(find, { signal, gently: false, graceMs: GRACE_MS });
    if (still.length > 0) return `processes of the killed run ${run} do not end`;
  }
  return undefined;
}

/** Only a run that is over, has something alive, and announced this path or was followed by another one. */
function isAtWork(journal: JournalReport, path: string): boolean {
  if (lifeOf(journal) !== 'dead') return false;
  const announced =
    journal.takenOver || journal.open.some(({ intent }) => 'path' in intent && intent.path === path);
  return announced && (leftProcesses(journal).length > 0 || unprovenProcesses(journal).length > 0);
}

function buildsOthers({ open }: JournalReport, target: string | null): boolean {
  return open.some(({ intent }) => intent.kind === 'machine' && intent.target !== target);
}

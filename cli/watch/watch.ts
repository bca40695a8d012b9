import { stat } from 'node:fs/promises';
import { sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { asHybridError } from '../../core/errors/index.ts';
import { isAtLeast } from '../../core/schema/severity.ts';
import type { FileChange } from '../analyze/template-files.ts';
import type { Invocation } from '../invocation.ts';
import { shownPath } from '../shown-path.ts';
import { difference } from './difference.ts';
import { mergedFindings } from './merged-findings.ts';
import { openWatcher } from './open-watcher.ts';
import { runTouched } from './run-touched.ts';
import { startSession, type Update, type WatchSession } from './session.ts';
import { untilInterrupted } from './until-interrupted.ts';
import { ndjsonWatchReporter, prettyWatchReporter, type WatchReporter } from './watch-reporter.ts';
import { createWorkQueue } from './work-queue.ts';

/** How long a file must be left alone before it is read: editors write in several steps. */
const quietMs = 8;
/** An empty file is most likely one that is being written. */
const emptyMs = 30;
/** The watcher tells only the first of changes that follow each other this quickly. */
const throttleMs = 80;

/** Analyses on every change what it touches, until Ctrl-C; broken files and configurations are told and lived with. */
export async function watch(invocation: Invocation): Promise<number> {
  const { options } = invocation;
  const reporter =
    options.value('format') === 'ndjson' ? ndjsonWatchReporter(invocation) : prettyWatchReporter(invocation);
  const session = await startSession(invocation);
  const stamps = new Map<string, string>();
  const state = { findings: mergedFindings(session.reports), code: 0 };
  const onError = (cause: unknown) => reporter.problem(asHybridError(cause));
  const queue = createWorkQueue<FileChange>({
    quietMs,
    keyOf: ({ path }) => path,
    onError,
    work: async (events) => {
      const began = performance.now();
      const changes = await seen(events, stamps);
      const update = await session.update(changes);
      if (update) tell(update, { changes, began, reporter, state, invocation });
      watchOutside();
      lookAgain(changes).catch(onError);
      if (update) state.code = Math.max(state.code, await runTouched(invocation, wholeTemplates(update)));
    },
  });
  /** What was written again while it was read, and not told by the watcher. */
  async function lookAgain(changes: readonly FileChange[]): Promise<void> {
    await pause(throttleMs, undefined, { ref: false });
    for (const change of changes) {
      if ((await stampOf(change.path)) !== stamps.get(change.path))
        queue.add({ ...change, change: 'edited' });
    }
  }

  const outside = new Set(outsideOf(session));
  function watchOutside(): void {
    const added = outsideOf(session).filter((path) => !outside.has(path));
    for (const path of added) outside.add(path);
    if (added.length > 0) watcher.add(added);
  }
  const watcher = await openWatcher({
    places: [session.open.config.workspace.root, ...outside],
    ignore: session.open.ignore,
    onChange: (change) => queue.add(change),
    onError,
  });
  reporter.started(state.findings, session.reports.length, session.failed);
  await untilInterrupted(process);
  queue.stop();
  await queue.idle();
  await watcher.close();
  return state.code === 130 ? 130 : 0;
}

interface Telling {
  readonly changes: readonly FileChange[];
  readonly began: number;
  readonly reporter: WatchReporter;
  readonly state: { findings: ReturnType<typeof mergedFindings> };
  readonly invocation: Invocation;
}

function tell(update: Update, { changes, began, reporter, state, invocation }: Telling): void {
  const before = state.findings;
  state.findings = mergedFindings(update.reports);
  if (update.problem) reporter.problem(update.problem);
  reporter.changed({
    files: changes.map(({ path }) => shownPath(path, invocation.cwd)),
    templates: update.touched.map(({ absolutePath }) => shownPath(absolutePath, invocation.cwd)),
    difference: difference(before, state.findings),
    failed: update.touchedReports.flatMap(({ failed }) => failed),
    durationMs: performance.now() - began,
  });
}

/** Templates that were touched and have nothing grave: there is no use in running the others. */
function wholeTemplates({ touched, touchedReports }: Update): readonly string[] {
  return touched
    .filter((_, index) => {
      const report = touchedReports[index];
      const isGrave = report?.findings.some(
        ({ finding }) => !finding.hint && isAtLeast(finding.severity, 'high'),
      );
      return report !== undefined && report.failed.length === 0 && !isGrave;
    })
    .map(({ absolutePath }) => absolutePath);
}

/**
 * Changes as they are when their files have been written: waits for files that are empty at this moment, and remembers
 * what tells one state of a file from another. The watcher calls a file that went and came back an edited one.
 */
async function seen(
  events: readonly FileChange[],
  stamps: Map<string, string>,
): Promise<readonly FileChange[]> {
  const first = await Promise.all(events.map(({ path }) => stampOf(path)));
  const areEmpty = first.some((stamp) => stamp.startsWith('0 '));
  if (areEmpty) await pause(emptyMs);
  const now = areEmpty ? await Promise.all(events.map(({ path }) => stampOf(path))) : first;
  return events.map((event, index) => {
    const [before, stamp = 'gone'] = [stamps.get(event.path), now[index]];
    stamps.set(event.path, stamp);
    const hasMoved = before === 'gone' || stamp === 'gone';
    return hasMoved ? { ...event, change: 'came-or-went' } : event;
  });
}

async function stampOf(path: string): Promise<string> {
  const info = await stat(path).catch(() => undefined);
  return info ? `${info.size} ${info.mtimeMs}` : 'gone';
}

function outsideOf(session: WatchSession): readonly string[] {
  const { root } = session.open.config.workspace;
  return session.outside().filter((path) => !path.startsWith(root + sep));
}

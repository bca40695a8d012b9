import { createRunLog, nullLogger, type RunLog } from '../log/index.ts';
import type { PluginRegistry, RunInfo } from '../plugin/index.ts';
import { createProcesses } from '../process/index.ts';
import type { Processes } from '../process/process-result.ts';
import type { Secrets } from '../process/secrets.ts';
import type { RunEvent, RunRecord, Target } from '../schema/index.ts';
import {
  createEventFile,
  type EventFile,
  type Journal,
  masked,
  nullJournal,
  openJournal,
  processJournal,
  RUN_MARK,
  repositoryState,
  runPaths,
  type WorkspacePaths,
  writeRunRecord,
} from '../state/index.ts';
import { createEventStream, type Emit } from './event-stream.ts';
import type { HookRunner } from './hook-runner.ts';
import { currentLabel } from './label.ts';
import { createRecordKeeper } from './record-keeper.ts';
import { createRecoveryState } from './recovery/recovery-state.ts';
import type { LoadedTemplate, Session } from './session.ts';
import type { PipelineOptions, RunRequest } from './types.ts';

export interface SessionOptions {
  readonly id: string;
  readonly pipeline: PipelineOptions;
  readonly request: RunRequest;
  readonly signal: AbortSignal;
  readonly writable: boolean;
  readonly secrets: Secrets;
  readonly loaded: readonly LoadedTemplate[];
  readonly targets: readonly Target[];
  readonly resumed: RunRecord | undefined;
  readonly runner: HookRunner;
  readonly registry: PluginRegistry;
  readonly onEvent: (event: RunEvent) => void;
}

const silentLog: RunLog = { logger: () => nullLogger, close: async () => undefined };

/** A session and what has to be closed with it. */
export interface OpenSession {
  readonly session: Session;
  close(): Promise<void>;
}

/** Opens everything that one run writes to and shares; on a read-only workspace it writes nowhere. */
export async function openSession(options: SessionOptions): Promise<OpenSession> {
  const { id, pipeline, signal, writable, secrets, loaded, targets, runner, registry, resumed } = options;
  const paths = runPaths(pipeline.workspace, id);
  const log: RunLog = writable ? createRunLog({ folder: paths.run, secrets }) : silentLog;
  const file: EventFile | undefined = writable ? createEventFile(`${paths.run}/events.ndjson`) : undefined;
  const record = createRecordKeeper(newRecord(options, paths), targets, resumed?.targets);
  const emit = createEventStream({
    run: id,
    secrets,
    sinks: [(event) => file?.append(event), record.note, options.onEvent],
  });
  const journal = writable ? openJournal(paths, { run: id, secrets }) : nullJournal;
  const processes = announcedProcesses(options, { emit, journal });
  const repository = await repositoryState(processes, paths.root, signal);
  record.run.git_sha = repository.sha;
  const session: Session = {
    info: infoOf(options),
    signal,
    settings: pipeline.settings,
    registry,
    repository,
    paths,
    writable,
    loaded,
    targets,
    processes,
    journal,
    secrets,
    log,
    emit,
    runner,
    record,
    recovery: createRecoveryState(pipeline.settings.recovery),
    confirm: options.request.confirm,
    save: async () => {
      if (writable) await writeRunRecord(paths, masked(record.run, secrets));
    },
  };
  return {
    session,
    async close() {
      await log.close();
      await file?.close();
      journal.close();
    },
  };
}

function infoOf({ id, pipeline, request }: SessionOptions): RunInfo {
  const { command, dryRun = false } = request;
  return { id, command, env: pipeline.env, dryRun, ci: pipeline.ci };
}

function newRecord(options: SessionOptions, paths: WorkspacePaths): Omit<RunRecord, 'targets'> {
  const { id, pipeline, request, resumed } = options;
  return {
    version: 1,
    run: id,
    command: request.command,
    env: pipeline.env,
    status: 'running',
    exit_code: null,
    pid: process.pid,
    dry_run: request.dryRun ?? false,
    resumed_from: resumed?.run ?? null,
    started_at: new Date().toISOString(),
    finished_at: null,
    git_sha: null,
    checks: [],
    findings: [],
    failures: [],
    log_dir: paths.run,
  };
}

/** Every program that starts or ends is an event, with the name of who started it. */
function announcedProcesses(
  { id, secrets }: SessionOptions,
  { emit, journal }: { readonly emit: Emit; readonly journal: Journal },
): Processes {
  return createProcesses({
    secrets,
    journal: processJournal(journal),
    mark: { [RUN_MARK]: id },
    onStart: ({ command, pid }) => emit({ type: 'process.started', command, pid }, currentLabel()),
    onEnd: ({ command, pid, result }) =>
      emit(
        {
          type: 'process.finished',
          command,
          pid,
          ended: result.ended,
          exit_code: result.exitCode,
          duration_ms: Math.round(result.durationMs),
        },
        currentLabel(),
      ),
  });
}

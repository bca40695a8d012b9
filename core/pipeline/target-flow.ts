import { ExitCode, HybridError } from '../errors/index.ts';
import {
  type CommandResult,
  type Diagnosis,
  type ResumableStage,
  resumableStages,
  type Target,
} from '../schema/index.ts';
import { changedInputs, readBuildManifest, readHashManifest } from '../state/index.ts';
import { buildTarget } from './build-target.ts';
import { inStage } from './in-stage.ts';
import { publishTarget } from './publish-target.ts';
import type { MutableTargetRecord } from './record-keeper.ts';
import type { AttemptEnd } from './recovery/attempt-end.ts';
import { ignoredFailure } from './recovery/ignored-failure.ts';
import { resumeStage } from './recovery/resume-stage.ts';
import type { Session } from './session.ts';
import { saveBuild, savePublication } from './target-files.ts';
import type { InputHashes } from './target-inputs.ts';
import { validateTarget } from './validate-target.ts';
import { artifactsExist, verifyArtifacts } from './verify-artifacts.ts';

/** Which part of the way a target goes in this run. */
export interface FlowOptions {
  readonly from: ResumableStage;
  readonly until: ResumableStage;
  readonly skipUnchanged: boolean;
  /** Hashes the target's inputs as they are now. */
  readonly hash: () => Promise<InputHashes>;
}

/** Takes one target through build, validate and publish, and writes down how far it came; rejects at the first failure. */
export async function flowTarget(session: Session, target: Target, options: FlowOptions): Promise<void> {
  const record = session.record.of(target);
  const does = (stage: ResumableStage) =>
    resumableStages.indexOf(stage) >= resumableStages.indexOf(options.from) &&
    resumableStages.indexOf(stage) <= resumableStages.indexOf(options.until);

  if (does('build')) {
    const hashes = await options.hash();
    if (options.skipUnchanged && (await isUnchanged(session, target, hashes))) {
      record.status = 'unchanged';
      return;
    }
    await inStage(session, { target, stage: 'build' }, async () => {
      record.result = await succeed(session, target, await buildTarget(session, target));
      await saveBuild(session, target, { result: record.result, hashes });
    });
    record.reached = 'build';
  }
  const result = builtResult(record);
  if (does('validate')) {
    await inStage(session, { target, stage: 'validate' }, () => validateTarget(session, target, result));
    record.reached = 'validate';
  }
  if (does('publish')) {
    await inStage(session, { target, stage: 'publish' }, async () => {
      await refuseDrift(session, target, await options.hash());
      await verifyArtifacts(session.paths.root, target, result.artifacts);
      await resumeStage(session, { target, stage: 'publish' }, () =>
        publishTarget(session, target, { result, evidence: record.evidence }),
      );
      await savePublication(session, target);
    });
    record.reached = 'publish';
  }
  record.status = 'succeeded';
}

/** Keeps the result of a failed build in the record, then says why the target ends here. */
async function succeed(session: Session, target: Target, outcome: AttemptEnd): Promise<CommandResult> {
  const { result, diagnosis } = outcome;
  session.record.of(target).result = result;
  session.signal.throwIfAborted();
  if (result.exit_code === ExitCode.ok) return result;
  const reason = diagnosis ? sentenceOf(diagnosis) : lastWordsOf(result);
  const ignored = ignoredFailure(session.settings.recovery.ignore, { target, message: reason, diagnosis });
  if (ignored) {
    const cause = diagnosis?.cause ?? null;
    session.emit({ type: 'failure.ignored', cause, reason: ignored.reason }, { target: target.id });
  }
  throw new HybridError('PH_BUILD_FAILED', {
    target: target.id,
    reason,
    remedy: result.remediation ?? `Read ${result.log_paths.stdout ?? 'the log of the run'}.`,
  });
}

function sentenceOf({ cause, evidence }: Diagnosis): string {
  const [first] = evidence;
  return first ? `${cause}: ${first.text}` : cause;
}

function lastWordsOf({ stdout, stderr, packer_exit_code }: CommandResult): string {
  const lastLine = (text: string) => text.trim().split('\n').at(-1);
  return lastLine(stderr) || lastLine(stdout) || `Packer ended with ${packer_exit_code ?? 'no exit code'}`;
}

function builtResult({ result, target }: MutableTargetRecord): CommandResult {
  if (result) return result;
  throw new HybridError('PH_BUILD_UNCLAIMED', { target: target.id, source: target.source.type });
}

async function isUnchanged(session: Session, target: Target, { digest }: InputHashes): Promise<boolean> {
  const [hashes, manifest] = await Promise.all([
    readHashManifest(session.paths, target.slug),
    readBuildManifest(session.paths, target.slug),
  ]);
  if (!hashes || !manifest || hashes.digest !== digest) return false;
  return artifactsExist(session.paths.root, manifest.artifacts);
}

async function refuseDrift(session: Session, target: Target, now: InputHashes): Promise<void> {
  const before = await readHashManifest(session.paths, target.slug);
  if (!before || before.digest === now.digest) return;
  const changed = changedInputs(before, now);
  throw new HybridError('PH_PUBLISH_DRIFT', { target: target.id, changed });
}

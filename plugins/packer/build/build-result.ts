import { type Artifact, type BuildContext, type CommandResult, portablePath } from 'packer-hybrid';
import type { PackerRunResult } from '../command/run-packer.ts';
import type { Verdict } from '../command/verdict.ts';
import { toArtifact } from '../result/to-artifact.ts';

export interface BuildResultOptions {
  readonly run: PackerRunResult;
  readonly verdict: Verdict;
  readonly cwd: string;
  readonly debugLog: boolean;
}

/** What became of a build, in the form that every wrapped command answers with. */
export async function buildResult(
  context: BuildContext,
  { run, verdict, cwd, debugLog }: BuildResultOptions,
): Promise<CommandResult> {
  const { paths, workspace } = context;
  const isOk = verdict.exitCode === 0;
  return {
    command: run.process.command,
    exit_code: verdict.exitCode,
    packer_exit_code: run.process.exitCode,
    stdout: run.stdout,
    stderr: run.stderr,
    log_paths: {
      stdout: portablePath(workspace.root, paths.log),
      packer: debugLog ? portablePath(workspace.root, paths.packerLog) : null,
    },
    manifest_path: isOk ? portablePath(workspace.root, paths.manifest) : null,
    artifacts: isOk ? await artifactsOf(context, run, cwd) : [],
    started_at: run.startedAt,
    finished_at: run.finishedAt,
    retryable: false,
    remediation: verdict.remediation ?? null,
  };
}

async function artifactsOf(
  { target, workspace, signal }: BuildContext,
  run: PackerRunResult,
  cwd: string,
): Promise<Artifact[]> {
  const artifacts: Artifact[] = [];
  for (const reported of run.outcome.artifacts) {
    const places = { cwd, root: workspace.root };
    artifacts.push(await toArtifact(reported, { platform: target.platform, places, signal }));
  }
  return artifacts;
}

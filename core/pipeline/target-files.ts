import type { CommandResult, Target } from '../schema/index.ts';
import {
  type BuildManifest,
  masked,
  portablePath,
  readBuildManifest,
  targetPaths,
  writeBuildManifest,
  writeHashManifest,
} from '../state/index.ts';
import { packerVersion } from './packer-version.ts';
import { stepsInEffect } from './recovery/steps-in-effect.ts';
import type { Session } from './session.ts';
import type { InputHashes } from './target-inputs.ts';

export interface FinishedBuild {
  readonly result: CommandResult;
  readonly hashes: InputHashes;
}

/** Writes what a good build made and what it was made from: `artifacts/<slug>.json` and `artifacts/<slug>.hash.json`. */
export async function saveBuild(session: Session, target: Target, build: FinishedBuild): Promise<void> {
  const { result, hashes } = build;
  const { info, paths, record } = session;
  await writeBuildManifest(paths, await manifestOf(session, target, result));
  await writeHashManifest(paths, target.slug, {
    version: 1,
    target: target.id,
    run: info.id,
    inputs: [...hashes.inputs],
    digest: hashes.digest,
    artifact_ids: result.artifacts.flatMap(({ image_ids }) => image_ids),
    built_at: result.finished_at,
  });
  const manifest_path = portablePath(paths.root, targetPaths(paths, target.slug).manifest);
  record.of(target).result = { ...result, manifest_path };
}

/** Adds evidence and publications to the manifest of a target. */
export async function savePublication(session: Session, target: Target): Promise<void> {
  const manifest = await readBuildManifest(session.paths, target.slug);
  if (!manifest) return;
  const { evidence, publications } = session.record.of(target);
  await writeBuildManifest(session.paths, { ...manifest, evidence, publications });
}

async function manifestOf(session: Session, target: Target, result: CommandResult): Promise<BuildManifest> {
  const { info, record, secrets } = session;
  const manifest: BuildManifest = {
    version: 1,
    target,
    artifacts: result.artifacts,
    provenance: {
      command_id: info.id,
      command: result.command,
      git_sha: record.run.git_sha,
      packer_version: await packerVersion(session),
      started_at: result.started_at,
      finished_at: result.finished_at,
      template_edits: stepsInEffect(record.of(target).recoveries).flatMap(({ edits }) => edits),
    },
    evidence: [],
    publications: [],
  };
  return masked(manifest, secrets);
}

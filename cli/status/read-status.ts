import type { ResolvedConfig } from '../../core/config/index.ts';
import type { ErrorRecord } from '../../core/errors/index.ts';
import { asHybridError } from '../../core/errors/index.ts';
import type { TargetDrift } from '../../core/pipeline/types.ts';
import { listBuildManifests, listRuns, readState } from '../../core/state/index.ts';
import { pipelineOf } from '../pipeline-of.ts';
import { type StatusDocument, statusDocument } from './status-document.ts';

/** How things stand in a workspace; broken templates only cost the comparison of inputs. */
export async function readStatus(
  config: ResolvedConfig,
  { limit, ci }: { readonly limit: number; readonly ci: boolean },
): Promise<StatusDocument> {
  const { workspace, env } = config;
  const [state, runs, manifests, { drift, driftFailure }] = await Promise.all([
    readState(workspace),
    listRuns(workspace, limit),
    listBuildManifests(workspace),
    driftOf(config, ci),
  ]);
  return statusDocument({ env, state, runs, manifests, drift, driftFailure });
}

async function driftOf(
  config: ResolvedConfig,
  ci: boolean,
): Promise<{ drift: readonly TargetDrift[]; driftFailure: ErrorRecord | null }> {
  try {
    return { drift: await (await pipelineOf(config, ci)).drift(), driftFailure: null };
  } catch (cause) {
    return { drift: [], driftFailure: asHybridError(cause).toJSON() };
  }
}

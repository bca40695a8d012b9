import type { ErrorRecord } from '../../core/errors/index.ts';
import type { TargetDrift } from '../../core/pipeline/types.ts';
import type { Artifact, RunRecord } from '../../core/schema/index.ts';
import type { BuildManifest, TargetState, WorkspaceState } from '../../core/state/index.ts';

/** What `status --format json` prints. */
export interface StatusDocument {
  readonly version: 1;
  readonly env: string;
  readonly packer_version: string | null;
  readonly plugin_versions: Readonly<Record<string, string>>;
  /** The commit of the last run, and whether files differed from it. */
  readonly repository: { readonly sha: string | null; readonly dirty: boolean };
  readonly runs: readonly RunLine[];
  readonly targets: readonly TargetStatusLine[];
  /** Why nothing is known about changed inputs, when the templates cannot be read. */
  readonly drift_failure: ErrorRecord | null;
}

type RunLine = Pick<
  RunRecord,
  'run' | 'command' | 'env' | 'status' | 'exit_code' | 'started_at' | 'finished_at' | 'git_sha'
>;

export interface TargetStatusLine {
  readonly id: string;
  readonly slug: string;
  readonly last_run: string | null;
  readonly last_status: TargetState['last_status'] | null;
  readonly built_at: string | null;
  readonly artifacts: readonly Artifact[];
  /** Null where it is not known: the target is in no template, or they cannot be read. */
  readonly changed: readonly string[] | null;
}

export interface StatusFacts {
  readonly env: string;
  readonly state: WorkspaceState;
  readonly runs: readonly RunRecord[];
  readonly manifests: readonly BuildManifest[];
  readonly drift: readonly TargetDrift[];
  readonly driftFailure: ErrorRecord | null;
}

/** Puts what the state, the manifests and the templates know of each target side by side. */
export function statusDocument({
  env,
  state,
  runs,
  manifests,
  drift,
  driftFailure,
}: StatusFacts): StatusDocument {
  const ids = new Map<string, string>();
  for (const { target } of drift) ids.set(target.slug, target.id);
  for (const [slug, { id }] of Object.entries(state.targets)) ids.set(slug, id);
  for (const { target } of manifests) ids.set(target.slug, target.id);
  return {
    version: 1,
    env,
    packer_version: state.packer_version,
    plugin_versions: state.plugin_versions,
    repository: state.repository,
    runs: runs.map(runLine),
    targets: [...ids].map(([slug, id]) => {
      const manifest = manifests.find(({ target }) => target.slug === slug);
      const known = state.targets[slug];
      return {
        id,
        slug,
        last_run: known?.last_run ?? null,
        last_status: known?.last_status ?? null,
        built_at: manifest?.provenance.finished_at ?? null,
        artifacts: manifest?.artifacts ?? [],
        changed: drift.find(({ target }) => target.slug === slug)?.changed ?? null,
      };
    }),
    drift_failure: driftFailure,
  };
}

function runLine({
  run,
  command,
  env,
  status,
  exit_code,
  started_at,
  finished_at,
  git_sha,
}: RunRecord): RunLine {
  return { run, command, env, status, exit_code, started_at, finished_at, git_sha };
}

import { createHash } from 'node:crypto';
import type { Template } from '../language/index.ts';
import type { RunRecord } from '../schema/index.ts';
import {
  readHashManifest,
  rememberRecoveries,
  rememberRun,
  rememberTarget,
  updateState,
} from '../state/index.ts';
import { packerVersion } from './packer-version.ts';
import type { Session } from './session.ts';

/** Writes into the workspace's state what this run tells the next. */
export async function rememberAll(session: Session, record: RunRecord): Promise<void> {
  const { paths, repository, loaded } = session;
  const templates = loaded.map(({ template }) => [template.path, digestOf(template)] as const);
  const manifests = await digestsOfBuilds(session, record);
  const packer_version = await packerVersion(session);

  await updateState(paths, (state) => {
    const { run, command, env, status, exit_code, started_at, finished_at, pid } = record;
    const summary = { run, command, env, status, exit_code, started_at, finished_at, pid };
    const ended = record.targets.filter((target) => target.status !== 'planned');
    const remembered = ended.reduce(
      (next, target) => rememberTarget(next, run, target),
      rememberRun(state, summary),
    );
    return {
      ...remembered,
      repository,
      packer_version: packer_version ?? state.packer_version,
      plugin_versions: { ...state.plugin_versions, ...requiredPlugins(session) },
      templates: { ...state.templates, ...Object.fromEntries(templates) },
      manifests: { ...state.manifests, ...manifests },
    };
  });

  const aside = await rememberRecoveries(paths, record, { packerVersion: packer_version });
  if (aside === undefined) return;
  session.log
    .logger('state')
    .warn('The memory of recoveries was unreadable and begins anew.', { kept: aside });
}

/** One hash over the files of a template, whatever order they were read in. */
function digestOf({ files }: Template): string {
  const hash = createHash('sha256');
  for (const { path, text } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    hash.update(`${JSON.stringify([path, text])}\n`);
  }
  return hash.digest('hex');
}

async function digestsOfBuilds({ paths }: Session, record: RunRecord): Promise<Record<string, string>> {
  const built = record.targets.filter(({ reached, result }) => result !== null && reached !== null);
  const digests = await Promise.all(
    built.map(async ({ target: { slug } }) => [slug, (await readHashManifest(paths, slug))?.digest] as const),
  );
  return Object.fromEntries(digests.flatMap(([slug, digest]) => (digest ? [[slug, digest]] : [])));
}

/** Version constraints of the Packer plugins that the templates ask for. */
function requiredPlugins({ loaded }: Session): Record<string, string> {
  const plugins = loaded.flatMap(({ template }) => template.requirements.plugins);
  return Object.fromEntries(plugins.map(({ name, source, version }) => [source ?? name, version ?? 'any']));
}

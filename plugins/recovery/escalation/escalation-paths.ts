import { join, resolve } from 'node:path';
import { portablePath, type TargetRecord, type WorkspacePaths } from 'packer-hybrid';

/**
 * Where the report of a target is, absolute: `logs/<run>/escalation/<target>/`; and where its logs are, which is an earlier
 * run for an image that was built then.
 */
export function escalationPaths(
  { run, root }: Pick<WorkspacePaths, 'run' | 'root'>,
  { target: { slug }, result }: Pick<TargetRecord, 'target' | 'result'>,
) {
  const folder = join(run, 'escalation', slug);
  const { stdout = null, packer = null } = result?.log_paths ?? {};
  return {
    markdown: join(folder, 'report.md'),
    json: join(folder, 'report.json'),
    bundle: join(folder, 'bundle.tar.gz'),
    log: stdout === null ? join(run, `${slug}.log`) : resolve(root, stdout),
    packerLog: packer === null ? join(run, `${slug}.packer.log`) : resolve(root, packer),
  };
}

/** The same as people and other machines can use them: relative to the workspace. */
export function shownPaths(paths: ReturnType<typeof escalationPaths>, root: string) {
  const shown = (path: string) => portablePath(root, path);
  const { markdown, json, bundle, log } = paths;
  return { markdown: shown(markdown), json: shown(json), bundle: shown(bundle), log: shown(log) };
}

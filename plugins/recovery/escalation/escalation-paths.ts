import { join } from 'node:path';
import { portablePath, type WorkspacePaths } from 'packer-hybrid';

/** Where the report of a target is, absolute; `logs/<run>/escalation/<target>/`. */
export function escalationPaths({ run }: Pick<WorkspacePaths, 'run'>, slug: string) {
  const folder = join(run, 'escalation', slug);
  return {
    markdown: join(folder, 'report.md'),
    json: join(folder, 'report.json'),
    bundle: join(folder, 'bundle.tar.gz'),
    log: join(run, `${slug}.log`),
    packerLog: join(run, `${slug}.packer.log`),
  };
}

/** The same as people and other machines can use them: relative to the workspace. */
export function shownPaths(paths: ReturnType<typeof escalationPaths>, root: string) {
  const shown = (path: string) => portablePath(root, path);
  const { markdown, json, bundle, log } = paths;
  return { markdown: shown(markdown), json: shown(json), bundle: shown(bundle), log: shown(log) };
}

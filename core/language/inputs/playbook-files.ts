import { readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { localFiles } from './local-files.ts';

/** What Ansible reads beside a playbook. */
const besidePlaybook =
  /^(roles|tasks|handlers|templates|files|vars|defaults|group_vars|host_vars|library|module_utils|collections|.*_plugins|.*\.ya?ml|ansible\.cfg)$/;

/**
 * The playbook and what lies beside it. A folder of its own counts as a whole; where the playbook shares its folder with
 * the template or the repository, only the names that Ansible looks for do.
 */
export function playbookFiles(playbook: string, templateRoot: string): readonly string[] {
  const folder = dirname(playbook);
  const isShared = !relative(folder, templateRoot).startsWith('..');
  if (!isShared) return localFiles(folder, folder);
  const names = namesIn(folder).filter((name) => besidePlaybook.test(name));
  return [playbook, ...names.flatMap((name) => localFiles(join(folder, name), folder))];
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

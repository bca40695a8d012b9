import { isAbsolute, relative, resolve } from 'node:path';
import type { ConfigProblem } from '../errors/index.ts';
import type { WorkspaceFolders } from '../state/paths.ts';
import { defaultFolders } from './default-settings.ts';
import type { ConfigDocument } from './schema.ts';

type FolderName = keyof typeof defaultFolders;
type Folders = Readonly<Record<FolderName, string>>;

const names = Object.keys(defaultFolders) as readonly FolderName[];

function outside(root: string, name: FolderName, folder: string): ConfigProblem | undefined {
  const path = `workspace.${name}`;
  const inside = relative(root, resolve(root, folder));
  const value = JSON.stringify(folder);
  if (inside === '') {
    const fix = `Name a folder below it, such as "${defaultFolders[name]}".`;
    return { path, message: 'is the workspace itself, which is not ours to tidy', value, fix };
  }
  if (isAbsolute(folder) || !inside.startsWith('..')) return undefined;
  const fix = `If that is meant, write it as an absolute path: "${resolve(root, folder)}".`;
  return { path, message: `leads out of the workspace ${root}`, value, fix };
}

function shared(root: string, folders: Folders): readonly ConfigProblem[] {
  return names.flatMap((name, index) => {
    const other = names
      .slice(0, index)
      .find((earlier) => resolve(root, folders[earlier]) === resolve(root, folders[name]));
    if (other === undefined) return [];
    const value = JSON.stringify(folders[name]);
    const fix = `Give workspace.${name} and workspace.${other} folders of their own.`;
    return [{ path: `workspace.${name}`, message: `is the same folder as workspace.${other}`, value, fix }];
  });
}

/** The folders of the workspace as absolute paths, and what is wrong with them. */
export function workspaceFolders(
  root: string,
  configured: ConfigDocument['workspace'] = {},
): { readonly folders: WorkspaceFolders; readonly problems: readonly ConfigProblem[] } {
  const folders: Folders = {
    configs: configured.configs ?? defaultFolders.configs,
    artifacts: configured.artifacts ?? defaultFolders.artifacts,
    logs: configured.logs ?? defaultFolders.logs,
    state: configured.state ?? defaultFolders.state,
    cache: configured.cache ?? defaultFolders.cache,
  };
  const problems = names
    .map((name) => outside(root, name, folders[name]))
    .filter((problem) => problem !== undefined);
  return {
    folders: {
      root,
      configs: resolve(root, folders.configs),
      artifacts: resolve(root, folders.artifacts),
      logs: resolve(root, folders.logs),
      state: resolve(root, folders.state),
      cache: resolve(root, folders.cache),
    },
    problems: [...problems, ...shared(root, folders)],
  };
}

import { join } from 'node:path';
import type { WorkspaceFolders } from '../../paths.ts';

/** The folders of a workspace below a root. */
export function testFolders(root: string): WorkspaceFolders {
  return {
    root,
    configs: join(root, 'configs'),
    artifacts: join(root, 'artifacts'),
    logs: join(root, 'logs'),
    state: join(root, 'state'),
    cache: join(root, '.cache'),
  };
}

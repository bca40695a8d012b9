import { sep } from 'node:path';
import { watch } from 'chokidar';
import type { FileChange } from '../analyze/template-files.ts';

export interface WatcherOptions {
  /** Folders and files to look at, absolute. */
  readonly places: readonly string[];
  /** Folders whose files never matter, absolute: what the product itself writes. */
  readonly ignore: readonly string[];
  readonly onChange: (change: FileChange) => void;
  readonly onError: (cause: unknown) => void;
}

export interface Watcher {
  /** Looks at more files, such as variable files outside the workspace. */
  add(paths: readonly string[]): void;
  close(): Promise<void>;
}

/** Folders that hold thousands of files and never a template. */
const neverLooked = new Set(['node_modules', '.git', '.packer-hybrid', 'packer_cache', '.terraform']);

/** Watches files, and resolves when every later change will be told. */
export async function openWatcher({ places, ignore, onChange, onError }: WatcherOptions): Promise<Watcher> {
  const isIgnored = (path: string) =>
    ignore.some((folder) => path === folder || path.startsWith(folder + sep)) ||
    neverLooked.has(path.slice(path.lastIndexOf(sep) + 1));
  const watcher = watch([...places], {
    ignored: isIgnored,
    ignoreInitial: true,
    followSymlinks: false,
    // Editors save by replacing: without this every save is a removal and a new file.
    atomic: true,
  });
  watcher.on('change', (path) => onChange({ path, change: 'edited' }));
  watcher.on('add', (path) => onChange({ path, change: 'came-or-went' }));
  watcher.on('unlink', (path) => onChange({ path, change: 'came-or-went' }));
  watcher.on('error', onError);
  await new Promise<void>((resolve) => watcher.on('ready', () => resolve()));
  return {
    add: (paths) => {
      watcher.add([...paths]);
    },
    close: () => watcher.close(),
  };
}

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from './repository-root.ts';
import { mustRun } from './run-program.ts';

let built: Promise<string> | undefined;

/** The path of the compiled command line; compiles first when a source is newer than it. */
export function builtCli(): Promise<string> {
  built ??= build();
  return built;
}

async function build(): Promise<string> {
  const bin = join(repositoryRoot, 'dist', 'cli', 'bin.js');
  if (isStale(bin)) await mustRun('npm', ['run', 'build'], { cwd: repositoryRoot });
  return bin;
}

function isStale(bin: string): boolean {
  const compiledAt = statSync(bin, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return ['core', 'plugins', 'rules', 'cli'].some(
    (folder) => newest(join(repositoryRoot, folder)) > compiledAt,
  );
}

function newest(folder: string): number {
  if (!statSync(folder, { throwIfNoEntry: false })) return 0;
  const times = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs);
  return Math.max(0, ...times);
}

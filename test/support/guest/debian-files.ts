import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { cachedFolder } from '../cache.ts';
import { mustRun, runProgram } from '../run-program.ts';

/** The unpacked files of Debian packages, downloaded but not installed. */
export async function unpackedPackages(name: string, packages: readonly string[]): Promise<string> {
  return cachedFolder(`debian/${name}`, async (folder) => {
    await downloadPackages(folder, packages);
    for (const file of await readdir(folder)) {
      if (file.endsWith('.deb')) await mustRun('dpkg-deb', ['-x', join(folder, file), join(folder, 'root')]);
    }
  });
}

/** A program from the system, else from a package that is only unpacked. */
export async function programFile(path: string, packages: readonly string[]): Promise<ProgramFile> {
  if (existsSync(path)) return { path, libraryRoot: undefined };
  const folder = await unpackedPackages(String(packages[0]), packages);
  return { path: join(folder, 'root', path), libraryRoot: join(folder, 'root') };
}

export interface ProgramFile {
  readonly path: string;
  /** Where libraries lie that came with the program. */
  readonly libraryRoot: string | undefined;
}

/** Every shared library that a program loads, as the loader's own names and the files behind them. */
export async function librariesOf(program: ProgramFile): Promise<ReadonlyMap<string, string>> {
  const extra = program.libraryRoot ? [join(program.libraryRoot, 'usr/lib/x86_64-linux-gnu')] : [];
  const env = { ...process.env, LD_LIBRARY_PATH: extra.join(':') };
  const text = String(await mustRun('ldd', [program.path], { env }));
  const found = new Map<string, string>();
  for (const line of text.split('\n')) {
    if (line.includes('not found')) throw new Error(`${program.path} needs a library: ${line.trim()}`);
    const [, name, path] = /^\s*(\S+) => (\/\S+)/.exec(line) ?? [];
    if (name && path) found.set(`/lib/x86_64-linux-gnu/${name}`, path);
    const [, loader] = /^\s*(\/\S+) \(/.exec(line) ?? [];
    if (loader) found.set(loader, loader);
  }
  return found;
}

async function downloadPackages(folder: string, packages: readonly string[]): Promise<void> {
  const download = () => runProgram('apt-get', ['download', ...packages], { cwd: folder });
  if ((await download()).code === 0) return;
  await runProgram('apt-get', ['update']);
  const second = await download();
  if (second.code !== 0) throw new Error(`apt-get download ${packages.join(' ')}: ${second.stderr.trim()}`);
}

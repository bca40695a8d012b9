import { mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { HybridError, type RunContext } from 'packer-hybrid';
import { type Release, releaseAt } from './archive.ts';
import { managedFolder, managedProgram } from './candidates.ts';
import { verifySum } from './checksums.ts';
import { fetchFile, fetchText } from './download.ts';
import { unpackProgram } from './unpack.ts';

type Installing = Pick<RunContext, 'settings' | 'workspace' | 'signal' | 'emit'>;

/** Downloads a release into the managed cache, verified before it is unpacked, and answers the program's path. */
export async function installRelease(version: string, context: Installing): Promise<string> {
  const release = releaseAt(context.settings.toolchain.mirror, version);
  const started = performance.now();
  const what = `Packer ${version}`;
  context.emit({
    type: 'install.started',
    what,
    why: 'No fitting Packer was found on this machine.',
    command: `download ${release.archiveUrl}`,
  });
  let ok = false;
  try {
    const path = await install(release, context);
    ok = true;
    return path;
  } finally {
    const duration_ms = Math.round(performance.now() - started);
    context.emit({ type: 'install.finished', what, ok, duration_ms });
  }
}

async function install(release: Release, { workspace, signal }: Installing): Promise<string> {
  const program = managedProgram(workspace.cache, release.version);
  const parent = managedFolder(workspace.cache);
  await mkdir(parent, { recursive: true });
  const work = await mkdtemp(join(parent, '.download-'));
  try {
    const archive = join(work, release.archive);
    const sums = await fetchText(release.sumsUrl, signal);
    const actual = await fetchFile(release.archiveUrl, archive, signal);
    verifySum(release.archive, sums, actual);
    const fresh = join(work, 'unpacked');
    await mkdir(fresh);
    await unpack(release, archive, join(fresh, basename(program)));
    await moveIn(fresh, program);
    return program;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function unpack(release: Release, archive: string, target: string): Promise<void> {
  try {
    await unpackProgram(archive, basename(target), target);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new HybridError('PH_PACKER_DOWNLOAD', { url: release.archiveUrl, reason }, { cause });
  }
}

/** One rename puts the folder in place; when another run was faster, its folder stays and is used. */
async function moveIn(fresh: string, program: string): Promise<void> {
  try {
    await rename(fresh, dirname(program));
  } catch (cause) {
    const there = await stat(program).catch(() => undefined);
    if (!there?.isFile()) throw cause;
  }
}

import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { writeJson } from './atomic-write.ts';
import { BuildManifest } from './build-manifest.ts';
import { HashManifest } from './hash-manifest.ts';
import type { WorkspaceFolders } from './paths.ts';
import { hashManifestPath, manifestPath } from './run-paths.ts';
import { type FileFormat, peekVersioned, readVersioned } from './versioned-file.ts';

const buildFormat: FileFormat<BuildManifest> = { version: 1, migrations: {}, schema: BuildManifest };
const hashFormat: FileFormat<HashManifest> = { version: 1, migrations: {}, schema: HashManifest };

/** What a target's last good build made; undefined before the first. */
export async function readBuildManifest(
  folders: WorkspaceFolders,
  slug: string,
): Promise<BuildManifest | undefined> {
  return readVersioned(manifestPath(folders, slug), buildFormat);
}

/** Replaces what is known of a target's last good build; the target's slug names the file. */
export async function writeBuildManifest(folders: WorkspaceFolders, manifest: BuildManifest): Promise<void> {
  await writeJson(manifestPath(folders, manifest.target.slug), manifest);
}

/** Every target that was built here, by slug; other files in the folder are none of our business. */
export async function listBuildManifests(folders: WorkspaceFolders): Promise<readonly BuildManifest[]> {
  const names = await readdir(folders.artifacts).catch(() => []);
  const manifests: BuildManifest[] = [];
  for (const name of names.filter((entry) => entry.endsWith('.json')).sort()) {
    const manifest = await peekVersioned(join(folders.artifacts, name), buildFormat);
    if (manifest !== undefined && name === `${manifest.target.slug}.json`) manifests.push(manifest);
  }
  return manifests;
}

/** Absolute paths of the files of every image that the workspace has: whatever holds one is never removed. */
export async function listBuiltFiles(folders: WorkspaceFolders): Promise<readonly string[]> {
  const manifests = await listBuildManifests(folders);
  const files = manifests.flatMap(({ artifacts }) => artifacts.flatMap((artifact) => artifact.files));
  return files.map(({ path }) => resolve(folders.root, path));
}

/** The inputs of a target's last good build; undefined before the first. */
export async function readHashManifest(
  folders: WorkspaceFolders,
  slug: string,
): Promise<HashManifest | undefined> {
  return readVersioned(hashManifestPath(folders, slug), hashFormat);
}

/** Keeps the inputs of a build; `slug` names the file, `manifest.target` is the id of the target. */
export async function writeHashManifest(
  folders: WorkspaceFolders,
  slug: string,
  manifest: HashManifest,
): Promise<void> {
  await writeJson(hashManifestPath(folders, slug), manifest);
}

import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  type ArtifactFile,
  type PublishContext,
  type PublishOutcome,
  portablePath,
  readSharedFile,
  repositoryState,
  updateSharedFile,
} from 'packer-hybrid';
import { keepFiles } from './keep-files.ts';
import type { RegistryOptions } from './options.ts';
import { imagesOf, withImage, withoutImage } from './registry-changes.ts';
import { type Image, registryFile } from './registry-file.ts';
import { verifyFile } from './verify-file.ts';

/** Registers what a target's build made, after proving that it is still what was built; nothing when it made nothing. */
export async function publishImage(
  context: PublishContext,
  options: RegistryOptions,
): Promise<PublishOutcome | undefined> {
  if (context.artifacts.length === 0) return undefined;
  const { target, run, workspace, signal } = context;
  const file = registryFile(workspace);
  const before = imagesOf(await readSharedFile(file, { signal }), target.slug);
  const image = await describeImage(context, options);
  try {
    await updateSharedFile(file, (registry) => withImage(registry, target, image), { signal });
  } catch (cause) {
    if (image.folder !== null) await removeFolder(workspace.root, image.folder);
    throw cause;
  }
  const replaced = before.find((other) => other.run === run.id);
  return {
    publication: { reference: image.reference, detail: detailOf(image) },
    retract: (stop) => retractImage(context, { image, replaced, signal: stop }),
  };
}

async function describeImage(context: PublishContext, { copy }: RegistryOptions): Promise<Image> {
  const { target, run, workspace, artifacts, signal, processes } = context;
  const built = artifacts.flatMap((artifact) => artifact.files);
  for (const file of built) {
    await verifyFile({ target: target.id, file, absolutePath: resolve(workspace.root, file.path), signal });
  }
  const repository = await repositoryState(processes, workspace.root, signal);
  const kept = copy && built.length > 0 ? await keep(context, built) : undefined;
  return {
    reference: `${target.slug}@${run.id}`,
    run: run.id,
    published_at: new Date().toISOString(),
    git_sha: repository.sha,
    git_dirty: repository.dirty,
    builder_ids: [...new Set(artifacts.map(({ builder_id }) => builder_id))],
    image_ids: artifacts.flatMap(({ image_ids }) => image_ids),
    description: artifacts.map(({ description }) => description).join('\n'),
    files: kept?.files ?? built,
    folder: kept?.folder ?? null,
  };
}

async function keep(context: PublishContext, files: readonly ArtifactFile[]) {
  const { root, artifacts } = context.workspace;
  const folder = join(artifacts, 'images', context.target.slug, context.run.id);
  const kept = await keepFiles(files, { root, folder, signal: context.signal });
  return { files: kept, folder: portablePath(root, folder) };
}

interface Retraction {
  readonly image: Image;
  /** What the same run had published before, when it was resumed. */
  readonly replaced: Image | undefined;
  readonly signal: AbortSignal;
}

async function retractImage(context: PublishContext, { image, replaced, signal }: Retraction): Promise<void> {
  const { target, workspace } = context;
  await updateSharedFile(
    registryFile(workspace),
    (registry) =>
      replaced === undefined
        ? withoutImage(registry, target.slug, image.run)
        : withImage(registry, target, replaced),
    { signal },
  );
  const isStillUsed = replaced !== undefined && replaced.folder === image.folder;
  if (image.folder !== null && !isStillUsed) await removeFolder(workspace.root, image.folder);
}

async function removeFolder(root: string, folder: string): Promise<void> {
  await rm(resolve(root, folder), { recursive: true, force: true });
}

function detailOf({ files, folder, image_ids }: Image): string {
  if (files.length === 0) return image_ids.join(', ');
  const count = files.length === 1 ? '1 file' : `${files.length} files`;
  return folder === null ? `${count}: ${files.map(({ path }) => path).join(', ')}` : `${count} in ${folder}`;
}

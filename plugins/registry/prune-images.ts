import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type CloseContext, isInside, updateSharedFile } from 'packer-hybrid';
import { imagesOf, withNewest } from './registry-changes.ts';
import { type Image, registryFile } from './registry-file.ts';

/** Forgets all but the newest images of the targets that this run published, and removes their kept files. */
export async function pruneImages(context: CloseContext, keep: number): Promise<void> {
  const slugs = publishedSlugs(context);
  if (slugs.length === 0) return;
  const gone: Image[] = [];
  await updateSharedFile(
    registryFile(context.workspace),
    (registry) => {
      let pruned = registry;
      for (const slug of slugs) {
        gone.push(...imagesOf(pruned, slug).slice(keep));
        pruned = withNewest(pruned, slug, keep);
      }
      return pruned;
    },
    { signal: context.signal },
  );
  for (const { folder } of gone) await removeImage(context, folder);
}

function publishedSlugs({ record }: CloseContext): readonly string[] {
  return record.targets
    .filter(({ publications }) =>
      publications.some(({ publisher, retracted }) => publisher === 'registry' && !retracted),
    )
    .map(({ target }) => target.slug);
}

/** The registry is a file that people can edit: only what lies in our own folder is removed. */
async function removeImage({ workspace }: CloseContext, folder: string | null): Promise<void> {
  if (folder === null) return;
  const images = join(workspace.artifacts, 'images');
  const path = resolve(workspace.root, folder);
  if (path !== images && isInside(images, path)) await rm(path, { recursive: true, force: true });
}

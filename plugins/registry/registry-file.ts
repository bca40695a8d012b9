import { join } from 'node:path';
import type { FileFormat, SharedFile, WorkspacePaths } from 'packer-hybrid';
import * as z from 'zod';

const RegisteredFile = z.strictObject({ path: z.string(), size: z.int().min(0), sha256: z.string() });

/** A published image: what it is, where its files are, and which run made it from which commit. */
export const Image = z.strictObject({
  reference: z.string(),
  run: z.string(),
  published_at: z.iso.datetime(),
  git_sha: z.string().nullable(),
  /** Whether tracked files differed from that commit. */
  git_dirty: z.boolean(),
  builder_ids: z.array(z.string()),
  image_ids: z.array(z.string()),
  description: z.string(),
  files: z.array(RegisteredFile),
  /** The folder that is ours to delete, when the files are kept there; relative to the workspace root. */
  folder: z.string().nullable(),
});
export type Image = z.infer<typeof Image>;

const RegisteredTarget = z.strictObject({
  id: z.string(),
  platform: z.string(),
  /** Newest first: the first is the image to use. */
  images: z.array(Image),
});

/** `artifacts/registry.json`: under each target's slug the images that were published. */
export const Registry = z.strictObject({
  version: z.literal(1),
  targets: z.record(z.string(), RegisteredTarget),
});
export type Registry = z.infer<typeof Registry>;

const format: FileFormat<Registry> = { version: 1, migrations: {}, schema: Registry };

/** The registry of a workspace; several runs may change it at once. */
export function registryFile(paths: Pick<WorkspacePaths, 'artifacts'>): SharedFile<Registry> {
  return { path: join(paths.artifacts, 'registry.json'), format, initial: { version: 1, targets: {} } };
}

import * as z from 'zod';

/** A file of an artifact as it was when the build ended; `path` is relative to the workspace root. */
export const ArtifactFile = z.strictObject({
  path: z.string(),
  size: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ArtifactFile = z.infer<typeof ArtifactFile>;

/** What a build left behind: a disk, a template in vCenter, a managed image. */
export const Artifact = z.strictObject({
  builder_id: z.string(),
  platform: z.string(),
  region: z.string().optional(),
  image_ids: z.array(z.string()),
  description: z.string(),
  files: z.array(ArtifactFile),
});
export type Artifact = z.infer<typeof Artifact>;

import * as z from 'zod';

export const HashedInput = z.strictObject({
  path: z.string(),
  kind: z.enum(['template', 'variables', 'script', 'provisioner', 'image', 'setting']),
  sha256: z.string(),
});
export type HashedInput = z.infer<typeof HashedInput>;

/** `artifacts/<slug>.hash.json`: every input of a build with its hash, and the artifacts that came of them. */
export const HashManifest = z.strictObject({
  version: z.literal(1),
  target: z.string(),
  run: z.string(),
  inputs: z.array(HashedInput),
  /** Hash over all inputs: equal means nothing changed. */
  digest: z.string(),
  artifact_ids: z.array(z.string()),
  built_at: z.iso.datetime(),
});
export type HashManifest = z.infer<typeof HashManifest>;

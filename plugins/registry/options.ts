import * as z from 'zod';

/** What a user may say in `registry({ … })`. */
export const RegistryOptions = z.strictObject({
  /** Keep an own link to each published file, so that the next build cannot overwrite it. */
  copy: z.boolean().default(true),
  /** How many published images of a target are kept, the newest included. */
  keep: z.int().min(1).default(3),
});
export type RegistryOptions = z.infer<typeof RegistryOptions>;

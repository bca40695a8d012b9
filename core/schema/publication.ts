import * as z from 'zod';

/** Where an image was published. */
export const Publication = z.strictObject({
  publisher: z.string(),
  reference: z.string(),
  detail: z.string().optional(),
  retracted: z.boolean().default(false),
});
export type Publication = z.infer<typeof Publication>;

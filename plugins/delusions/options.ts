import * as z from 'zod';

/** Which rules run, and how grave they are, stands in the configuration's own `rules`. */
export const DelusionsOptions = z.strictObject({
  /** The baseline, relative to the workspace root; `false` shows what is in it as well. */
  baseline: z.union([z.string().min(1), z.literal(false)]).default('packer-hybrid.baseline.json'),
  /** Tells how long the slowest rules took. */
  timing: z.boolean().default(false),
});
export type DelusionsOptions = z.infer<typeof DelusionsOptions>;

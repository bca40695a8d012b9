import * as z from 'zod';

export const PuppetOptions = z.strictObject({
  /** Puppet runs in the guest; here it only reads manifests: where it is installed, in any case, or never. */
  parser: z.enum(['if-present', 'required', 'never']).default('if-present'),
  /** Seconds that reading the manifests may take. */
  timeout: z.number().positive().default(120),
});
export type PuppetOptions = z.output<typeof PuppetOptions>;

import * as z from 'zod';

/** One source × build × environment: the unit that is built, validated and published on its own. */
export const Target = z.strictObject({
  /** `<env>/<build or ->/<source type>.<source name>` */
  id: z.string(),
  /** The id as a file name; every file that belongs to the target carries it. */
  slug: z.string().regex(/^[A-Za-z0-9._-]+$/),
  env: z.string(),
  template: z.string(),
  build: z.string().optional(),
  source: z.strictObject({ type: z.string(), name: z.string() }),
  /** What Packer calls it, and what `-only` takes. */
  packer_name: z.string(),
  platform: z.string(),
  os: z.enum(['linux', 'windows', 'other']),
  /** The machine or service it is built on, when the template says so: limits per host use it. */
  host: z.string().optional(),
});
export type Target = z.infer<typeof Target>;

import * as z from 'zod';

/** A command that tells whether a booted image is what it should be. */
export const GuestCheck = z.strictObject({
  name: z.string().min(1),
  /** Runs inside the guest, by the login shell; it has to end with 0. */
  run: z.string().min(1),
  /** What its output has to contain (a text) or match (a regular expression). */
  expect: z.union([z.string().min(1), z.instanceof(RegExp)]).optional(),
  dimension: z.enum(['functionality', 'performance', 'security', 'compliance']).default('functionality'),
  /** Whether a failure keeps the image from being published. */
  required: z.boolean().default(true),
  weight: z.number().min(0).default(1),
  timeoutMs: z.int().min(1_000).default(60_000),
  /** Targets that it is meant for, as Packer names them (`golden.qemu.debian`); all unless told. */
  only: z.array(z.string().min(1)).optional(),
});
export type GuestCheck = z.infer<typeof GuestCheck>;

/** What a user may say in `assurance({ … })`. */
export const AssuranceOptions = z.strictObject({
  /**
   * `required`: an image that does not boot is not published. `optional`: it is, and the evidence says so. `off`: images
   * are not booted.
   */
  boot: z.enum(['required', 'optional', 'off']).default('required'),
  checks: z.array(GuestCheck).default([]),
});
export type AssuranceOptions = z.infer<typeof AssuranceOptions>;

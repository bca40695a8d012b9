import * as z from 'zod';

/** What a user may say in `recovery({ … })`. */
export const RecoveryOptions = z.strictObject({
  /** The longest pause before a retry, in seconds; a failure that asks for more is handed to a person. */
  maxWait: z.number().min(0).default(900),
});
export type RecoveryOptions = z.infer<typeof RecoveryOptions>;

import * as z from 'zod';

/** `recovery()` takes no options: the setting `recovery` says what may be done. */
export const RecoveryOptions = z.strictObject({});
export type RecoveryOptions = z.infer<typeof RecoveryOptions>;

import type { Command } from '../invocation.ts';
import { watch } from '../watch/watch.ts';

/** `watch`: analyses on every save what the saved file touches, until Ctrl-C. */
export const command: Command = watch;

import type { Command } from '../invocation.ts';
import { shareKnowledge } from '../learn/knowledge-pack.ts';

/** `knowledge`: shares what feedback has taught. */
export const command: Command = shareKnowledge;

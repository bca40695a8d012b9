import type { Command } from '../invocation.ts';
import { shareKnowledge } from '../learn/knowledge-pack.ts';

/** `knowledge`: shares what feedback and recoveries have taught. */
export const command: Command = shareKnowledge;

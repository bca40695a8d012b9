import type { Command } from '../invocation.ts';
import { feedback } from '../learn/feedback.ts';

/** `feedback`: whether a finding was right, so that its rule is believed more or less. */
export const command: Command = feedback;

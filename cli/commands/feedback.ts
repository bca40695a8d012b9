import type { Command } from '../invocation.ts';
export const command: Command = async () => 0;

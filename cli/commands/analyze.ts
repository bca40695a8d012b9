import { analyze } from '../analyze/analyze.ts';
import type { Command } from '../invocation.ts';

/** `analyze`: what in templates will not do what its author believes; starts no program and keeps no record. */
export const command: Command = analyze;

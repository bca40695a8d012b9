import { define, listed } from '../definition.ts';
import { ExitCode } from '../exit-code.ts';

/** What belongs to the analysis cannot be used. */
export const rulesErrors = {
  PH_BASELINE_INVALID: define<{ file: string; reason: string }>({
    exitCode: ExitCode.failed,
    summary: ({ file, reason }) => `The baseline ${file} cannot be used: ${reason}`,
    remedy: ({ file }) => `Restore ${file} from version control, or delete it and write it anew.`,
  }),
  PH_KNOWLEDGE_INVALID: define<{ file: string; reason: string }>({
    exitCode: ExitCode.failed,
    summary: ({ file, reason }) => `The knowledge in ${file} cannot be used: ${reason}`,
    remedy: ({ file }) => `Get ${file} again from where it was exported; a pack is never edited by hand.`,
  }),
  PH_FINDING_UNKNOWN: define<{ finding: string; near: readonly string[] }>({
    exitCode: ExitCode.failed,
    summary: ({ finding }) => `No finding here is called "${finding}".`,
    remedy: ({ near }) =>
      `Name it as \`packer-hybrid analyze\` shows it, or as rule@file:line.${near.length > 0 ? ` Findings there: ${listed(near)}.` : ''}`,
  }),
} as const;

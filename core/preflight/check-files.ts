import type { Body, Template } from '../language/index.ts';
import type { CheckInput } from '../schema/index.ts';
import { type MissingFile, missingFiles } from './missing-files.ts';

export interface FileCheck {
  /** Identifies the checks, such as `proxmox/files`. */
  readonly id: string;
  readonly template: Template;
  readonly attributes: readonly string[];
}

/** One failed check for each file that a block names and that does not exist. */
export async function checkFiles(
  body: Body,
  { id, template, attributes }: FileCheck,
): Promise<readonly CheckInput[]> {
  const missing = await missingFiles(body, { attributes, folder: template.cwd });
  return missing.map((file) => ({
    id,
    ok: false,
    message: sentence(file),
    remedy: `Correct the path, or create the file; a relative path starts in ${template.cwd}.`,
  }));
}

function sentence({ attribute, path }: MissingFile): string {
  return path === undefined
    ? `\`${attribute}\` names a file that does not exist.`
    : `\`${attribute}\` names "${path}", which does not exist.`;
}

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Whether a configuration may count in a folder: a quick look that says yes rather too often, so that where there is none
 * nothing has to be loaded to find that out.
 */
export function mayHaveConfig(folder: string): boolean {
  const names = namesIn(folder);
  if (names.some((name) => name.startsWith('packer-hybrid.config.'))) return true;
  if (names.includes('package.json') && isAboutUs(join(folder, 'package.json'))) return true;
  const parent = dirname(folder);
  return parent !== folder && mayHaveConfig(parent);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isAboutUs(file: string): boolean {
  try {
    return readFileSync(file, 'utf8').includes('packer-hybrid');
  } catch {
    return true;
  }
}

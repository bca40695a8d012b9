import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

function typeIn(folder: string): string | undefined {
  try {
    const { type } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      readonly type?: string;
    };
    return type ?? '';
  } catch {
    return undefined;
  }
}

/** Whether the nearest package.json says what its `.js` and `.ts` files are. */
export function hasModuleType(folder: string): boolean {
  const type = typeIn(folder);
  if (type !== undefined) return type !== '';
  return dirname(folder) !== folder && hasModuleType(dirname(folder));
}

import { readFile, stat } from 'node:fs/promises';
import { jsonTree, propertyOf } from '../json/json-tree.ts';
import { sourceText } from '../syntax/source-text.ts';

/** No template is larger; recordings and lock files are. */
const largest = 1_000_000;

/** Whether a JSON file is a template of Packer's older form: an object with a list of `builders`. */
export async function holdsBuilders(path: string): Promise<boolean> {
  try {
    if ((await stat(path)).size > largest) return false;
    const text = await readFile(path, 'utf8');
    // Most JSON files are something else: look before parsing.
    if (!text.includes('"builders"')) return false;
    const builders = propertyOf(jsonTree(sourceText(path, text)).root, 'builders');
    return (
      builders?.type === 'array' &&
      (builders.children ?? []).some((node) => typeof propertyOf(node, 'type')?.value === 'string')
    );
  } catch {
    return false;
  }
}

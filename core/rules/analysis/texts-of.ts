import type { Template } from '../../language/index.ts';
import type { TextOf } from '../baseline/fingerprint.ts';
import { namedFiles } from '../engine/named-files.ts';

/** The texts that findings are about: those of the templates as they were read, and of files that templates name. */
export function textsOf(templates: readonly Template[], root: string): TextOf {
  const read = new Map(
    templates.flatMap(({ files }) => files.map(({ path, text }) => [path, text] as const)),
  );
  const named = namedFiles(root);
  return (path) => read.get(path) ?? named.read(path, root)?.text;
}

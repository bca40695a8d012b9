import type { TemplateFile } from '../model.ts';
import type { ObjectLiteral } from '../syntax/expression.ts';
import { sourceText } from '../syntax/source-text.ts';
import { jsonExpression } from './json-expression.ts';
import { jsonTree } from './json-tree.ts';
import { legacyString } from './legacy-string.ts';

const documents = new WeakMap<TemplateFile, ObjectLiteral | undefined>();

/**
 * A legacy template as it is written, every key with its place: for what has no counterpart in an HCL template. Undefined
 * where the file holds no object.
 */
export function legacyDocument(file: TemplateFile): ObjectLiteral | undefined {
  if (!documents.has(file)) documents.set(file, read(file));
  return documents.get(file);
}

function read({ path, text, syntax }: TemplateFile): ObjectLiteral | undefined {
  if (syntax !== 'legacy-json') return undefined;
  const source = sourceText(path, text);
  const { root } = jsonTree(source);
  const found = root && jsonExpression({ source, string: legacyString }, root);
  return found?.kind === 'object' ? found : undefined;
}

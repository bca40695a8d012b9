import { textParser } from '../hcl/parse-text.ts';
import type { SyntaxDocument } from '../syntax/document.ts';
import { sourceText } from '../syntax/source-text.ts';
import { jsonBody } from './json-body.ts';
import { jsonComments } from './json-comments.ts';
import { jsonTree } from './json-tree.ts';

/** Parses HCL's JSON form (`*.pkr.json`) into the same shape as HCL. */
export function parseJson(file: string, text: string): Promise<SyntaxDocument> {
  return parse(file, text, '');
}

/** Parses `*.pkrvars.json`: every property is a variable, whatever its name. */
export function parseJsonVariables(file: string, text: string): Promise<SyntaxDocument> {
  return parse(file, text, 'variables');
}

async function parse(file: string, text: string, type: string): Promise<SyntaxDocument> {
  const source = sourceText(file, text);
  const { template } = await textParser();
  const { root, errors } = jsonTree(source);
  const range = source.range(0, text.length);
  if (!root) return { body: { attributes: [], blocks: [], range }, comments: [], errors };
  const comments = jsonComments(source, root);
  if (root.type === 'object')
    return { body: jsonBody({ source, string: template }, root, type), comments, errors };
  const message = 'Expected an object in braces at the top of the file.';
  return {
    body: { attributes: [], blocks: [], range },
    comments,
    errors: [...errors, { kind: 'syntax', message, range }],
  };
}

import { parseHcl } from '../hcl/parse-hcl.ts';
import { parseJson, parseJsonVariables } from '../json/parse-json.ts';
import { parseLegacyJson } from '../json/parse-legacy-json.ts';
import type { SyntaxDocument, UnparsedFile } from './document.ts';
import { sourceText } from './source-text.ts';

/** Parsed while templates were looked for, and handed out once: nodes belong to one reading of a template. */
const ahead = new Map<string, { readonly text: string; readonly document: SyntaxDocument }>();

/** Parses a file that is most likely read next; parsing is what costs time. */
export async function parseAhead(file: UnparsedFile): Promise<SyntaxDocument> {
  const document = await parse(file);
  ahead.set(file.path, { text: file.text, document });
  return document;
}

/** Parses a file by its syntax and role. Only a missing grammar throws: what is in the text never does. */
export async function parseFile(file: UnparsedFile): Promise<SyntaxDocument> {
  const early = ahead.get(file.path);
  ahead.delete(file.path);
  return early?.text === file.text ? early.document : await parse(file);
}

async function parse(file: UnparsedFile): Promise<SyntaxDocument> {
  try {
    return await parseBySyntax(file);
  } catch (cause) {
    // The parsers are recursive: brackets by the ten thousand exhaust the stack, and no real template has them.
    if (!(cause instanceof RangeError)) throw cause;
    const range = sourceText(file.path, file.text).range(0, file.text.length);
    const message = 'The file is nested too deeply to be read.';
    const body = { attributes: [], blocks: [], range };
    return { body, comments: [], errors: [{ kind: 'syntax', message, range }] };
  }
}

async function parseBySyntax({ path, text, syntax, role }: UnparsedFile): Promise<SyntaxDocument> {
  if (syntax === 'hcl') return await parseHcl(path, text);
  if (role === 'variables') return await parseJsonVariables(path, text);
  return syntax === 'json' ? await parseJson(path, text) : parseLegacyJson(path, text);
}

import { attributeOf, type Body, type Json, type NamedFile } from 'packer-hybrid/rules';
import { isoBlocks } from './proxmox.ts';
import { isUnset, textOf, textsOf } from './settings.ts';

/** Reads a file that a template names. */
export type ReadFile = (path: string) => NamedFile | undefined;

/** The answers for the installer; undefined when there are none, or when some of them cannot be read. */
export function answerTexts(body: Body, readFile: ReadFile): readonly string[] | undefined {
  const bodies = [body, ...isoBlocks(body).map((block) => block.body)];
  const found = [
    ...bodies.flatMap((one) => [contentTexts(one, 'cd_content'), fileTexts(one, readFile)]),
    contentTexts(body, 'http_content'),
    servedTexts(body, readFile),
  ];
  if (!found.every((texts) => texts !== undefined)) return undefined;
  const texts = found.flat();
  return texts.length > 0 ? texts : undefined;
}

function contentTexts(body: Body, name: string): readonly string[] | undefined {
  const attribute = attributeOf(body, name);
  if (!attribute || isUnset(body, name)) return [];
  const { value } = attribute;
  if (value.state === 'unknown' || typeof value.value !== 'object' || value.value === null) return undefined;
  return Object.values(value.value).map((text: Json) => String(text));
}

function fileTexts(body: Body, readFile: ReadFile): readonly string[] | undefined {
  if (isUnset(body, 'cd_files')) return [];
  return readAll(textsOf(body, 'cd_files'), readFile);
}

/** Files of the HTTP server that the boot command names; a folder is where cloud-init looks for user-data. */
function servedTexts(body: Body, readFile: ReadFile): readonly string[] | undefined {
  if (isUnset(body, 'http_directory')) return [];
  const folder = textOf(body, 'http_directory');
  const keys = textsOf(body, 'boot_command')?.join('');
  if (folder === undefined || keys === undefined) return undefined;
  const paths = [...keys.matchAll(/\{\{\s*\.HTTPPort\s*\}\}(\/[^\s<>"']*)?/g)].map(([, path]) => path ?? '/');
  const files = paths.map((path) => `${folder}${path.endsWith('/') ? `${path}user-data` : path}`);
  return files.length === 0 ? undefined : readAll(files, readFile);
}

function readAll(paths: readonly string[] | undefined, readFile: ReadFile): readonly string[] | undefined {
  const texts = paths?.map((path) => readFile(path)?.text);
  return texts?.every((text) => text !== undefined) ? texts : undefined;
}

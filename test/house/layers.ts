/** Folders from the ground up: a module may import from its own row and the rows above it in this list, never below. */
const rows: readonly (readonly string[])[] = [
  ['core/errors', 'core/schema', 'core/version.ts'],
  ['core/process', 'core/log', 'core/language'],
  ['core/rules', 'core/state'],
  ['core/plugin'],
  ['core/pipeline', 'core/preflight'],
  ['core/config'],
  ['core/index.ts'],
  ['core/testing'],
  ['rules', 'plugins'],
  ['cli', 'lsp', 'web'],
];

/** The house's name for where a file lives: `core/<folder>`, `plugins/<name>`, `cli` …; undefined outside the product. */
export function placeOf(path: string): string | undefined {
  const [top, folder] = path.split('/');
  if (top === 'core') return `core/${folder}`;
  if (top === 'plugins') return folder?.endsWith('.ts') ? 'plugins' : `plugins/${folder}`;
  if (top === 'rules' || top === 'cli' || top === 'lsp' || top === 'web') return top;
  return undefined;
}

/** The height of a place, 0 for the ground; undefined for a place that the table does not know. */
export function layerOf(place: string): number | undefined {
  const row = rows.findIndex((names) => names.includes(place) || names.includes(String(place.split('/')[0])));
  return row < 0 ? undefined : row;
}

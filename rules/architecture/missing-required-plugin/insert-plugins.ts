import {
  blocksOf,
  isJson,
  type KnownPlugin,
  type Placed,
  type Template,
  type TextEdit,
} from 'packer-hybrid/rules';
import { insertAtEnd, insertInPacker } from '../_shared/insert.ts';
import { pessimistic } from '../_shared/pinned.ts';

/** Adds entries to the block that is there, or writes one at the top of the file that uses the first component. */
export function insertPlugins(
  template: Template,
  plugins: readonly KnownPlugin[],
  { range }: Placed,
): readonly TextEdit[] {
  if (plugins.length === 0) return [];
  const entries = plugins.map(entryFor).join('');
  const required = template.blocks
    .filter(({ type, range: place }) => type === 'packer' && !isJson(place))
    .flatMap(({ body }) => blocksOf(body, 'required_plugins'))[0];
  if (required) return insertAtEnd(template, required, entries);
  return insertInPacker(template, `  required_plugins {\n${entries}  }\n`, range);
}

function entryFor({ name, source, version }: KnownPlugin): string {
  return `    ${name} = {\n      version = "${pessimistic(version)}"\n      source  = "${source}"\n    }\n`;
}

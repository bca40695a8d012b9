import {
  type Block,
  blocksOf,
  fileOf,
  isJson,
  type KnownPlugin,
  type Placed,
  type SourceRange,
  type Template,
  type TextEdit,
} from 'packer-hybrid/rules';
import { pessimistic } from '../_shared/pinned.ts';

/** Adds entries to the block that is there, or writes one at the top of the file that uses the first component. */
export function insertPlugins(
  template: Template,
  plugins: readonly KnownPlugin[],
  { range }: Placed,
): readonly TextEdit[] {
  const packer = template.blocks.filter(({ type, range: place }) => type === 'packer' && !isJson(place));
  const required = packer.flatMap(({ body }) => blocksOf(body, 'required_plugins'))[0];
  if (required) return atEnd(template, required, entries(plugins, '    '));
  const block = `  required_plugins {\n${entries(plugins, '    ')}  }\n`;
  const [existing] = packer;
  if (existing) return atEnd(template, existing, block);
  if (isJson(range)) return [];
  const start = { line: 1, column: 1, offset: 0 };
  return [{ range: { file: range.file, start, end: start }, newText: `packer {\n${block}}\n\n` }];
}

function entries(plugins: readonly KnownPlugin[], indent: string): string {
  return plugins
    .map(
      ({ name, source, version }) =>
        `${indent}${name} = {\n${indent}  version = "${pessimistic(version)}"\n${indent}  source  = "${source}"\n${indent}}\n`,
    )
    .join('');
}

/** Before the closing brace, which stands on a line of its own unless the block is empty. */
function atEnd(template: Template, { range }: Block, text: string): readonly TextEdit[] {
  const source = fileOf(template, range)?.text ?? '';
  const brace = range.end.offset - 1;
  const lineStart = source.lastIndexOf('\n', brace - 1) + 1;
  const isAlone = source.slice(lineStart, brace).trim() === '';
  const place: SourceRange = isAlone
    ? placed(range, { line: range.end.line, column: 1, offset: lineStart })
    : placed(range, { ...range.end, column: range.end.column - 1, offset: brace });
  return [{ range: place, newText: isAlone ? text : `\n${text}` }];
}

function placed({ file }: SourceRange, at: SourceRange['start']): SourceRange {
  return { file, start: at, end: at };
}

import { attributeOf, type Block, type Build, type Expression, type Template } from 'packer-hybrid/rules';

/** The `build` blocks as they are written. */
export function buildBlocks({ blocks }: Template): readonly Block[] {
  return blocks.filter(({ type }) => type === 'build');
}

/** Whether all sources of a build are written out, so that none comes from a variable. */
export function namesAllSources({ body }: Block): boolean {
  if (body.blocks.some(({ type, labels }) => type === 'dynamic' && labels[0] === 'source')) return false;
  const listed = attributeOf(body, 'sources');
  if (!listed) return true;
  return listed.expression.kind === 'list' && listed.expression.items.every(isPlain);
}

/** A text without interpolation, or a bare reference to a source. */
function isPlain(item: Expression): boolean {
  if (item.kind === 'literal') return true;
  let root: Expression = item;
  while (root.kind === 'attribute') root = root.target;
  return root.kind === 'name' && /^sources?$/.test(root.name);
}

/** The build's block. */
export function blockOf(template: Template, { range }: Build): Block | undefined {
  return buildBlocks(template).find(
    (block) => block.range.file === range.file && block.range.start.offset === range.start.offset,
  );
}

import {
  type Attribute,
  type Block,
  fileOf,
  type Local,
  removalOf,
  type Template,
  type TextEdit,
} from 'packer-hybrid/rules';

/** Turns an entry of `locals` into a block of its own, which can be sensitive; nothing in JSON. */
export function ownBlock(template: Template, { name, expression }: Local): readonly TextEdit[] {
  for (const block of template.blocks.filter(({ type }) => type === 'locals')) {
    const entry = block.body.attributes.find(
      (one) => one.name === name && one.valueRange.start.offset === expression.range.start.offset,
    );
    if (entry && fileOf(template, block.range)?.syntax === 'hcl') return moved(template, block, entry);
  }
  return [];
}

function moved(template: Template, block: Block, entry: Attribute): readonly TextEdit[] {
  const { start, end } = block.range;
  if (start.line === end.line || entry.text.startsWith('<<')) return [];
  const own = `local "${entry.name}" {\n  expression = ${entry.text}\n  sensitive  = true\n}`;
  if (block.body.attributes.length === 1) return [{ range: block.range, newText: own }];
  return [removalOf(template, entry), { range: { ...block.range, start: end }, newText: `\n${own}` }];
}

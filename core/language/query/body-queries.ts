import type { Attribute, Block, Body } from '../model.ts';
import type { Value } from '../value.ts';

/** The attribute of that name; the last one when it is written twice. */
export function attributeOf(body: Body, name: string): Attribute | undefined {
  return body.attributes.findLast((attribute) => attribute.name === name);
}

/** The value of an attribute, unknown when it is not set. */
export function attributeValue(body: Body, name: string): Value {
  return attributeOf(body, name)?.value ?? { state: 'unknown' };
}

/** The nested blocks of that type, in the order of the file; those that a `dynamic` block makes are among them. */
export function blocksOf(body: Body, type: string): readonly Block[] {
  return body.blocks.flatMap((block) => {
    if (block.type === type) return [block];
    return block.type === 'dynamic' && block.labels[0] === type ? (block.makes ?? []) : [];
  });
}

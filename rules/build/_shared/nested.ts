import { attributeValue, type Block, type Body, blocksOf } from 'packer-hybrid/rules';

/** Nested blocks of a type, those that a `dynamic` block makes included, unless it surely makes none. */
export function nestedBlocks(body: Body, type: string): readonly Block[] {
  return body.blocks.flatMap((block) => {
    if (block.type === type) return [block];
    const isMade = block.type === 'dynamic' && block.labels[0] === type && !isEmpty(block);
    return isMade ? blocksOf(block.body, 'content') : [];
  });
}

/** Nested blocks that are there in this run: those of a `dynamic` block only when it surely makes some. */
export function provenBlocks(body: Body, type: string): readonly Block[] {
  return body.blocks.flatMap((block) => {
    if (block.type === type) return [block];
    const isMade = block.type === 'dynamic' && block.labels[0] === type && isKnown(block) && !isEmpty(block);
    return isMade ? blocksOf(block.body, 'content') : [];
  });
}

/** Whether a `dynamic` block makes a number of blocks that nobody can count. */
export function isCounted(body: Body, type: string): boolean {
  return !body.blocks.some(
    (block) => block.type === 'dynamic' && block.labels[0] === type && !isEmpty(block),
  );
}

/** Whether there is no block of the type, whatever the run. */
export function hasNone(body: Body, type: string): boolean {
  return nestedBlocks(body, type).length === 0 && isCounted(body, type);
}

function isKnown({ body }: Block): boolean {
  return attributeValue(body, 'for_each').state === 'known';
}

function isEmpty({ body }: Block): boolean {
  const value = attributeValue(body, 'for_each');
  if (value.state !== 'known') return false;
  return typeof value.value !== 'object' || value.value === null || Object.keys(value.value).length === 0;
}

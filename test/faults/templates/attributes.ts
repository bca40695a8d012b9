/** Attributes of a block, each with the value that stands in for its own. */
export type Attributes = Readonly<Record<string, string | number | boolean>>;

/** The text of one block with these attributes, in place of its own or after its first line. */
export function withAttributes(block: string, attributes: Attributes): string {
  return Object.entries(attributes).reduce(withAttribute, block);
}

function withAttribute(block: string, [name, value]: readonly [string, string | number | boolean]): string {
  const line = `  ${name} = ${JSON.stringify(value)}`;
  const there = new RegExp(`^  ${name} +=.*$`, 'm');
  if (there.test(block)) return block.replace(there, () => line);
  return block.replace(/^(\w+ .*\{)$/m, (head) => `${head}\n${line}`);
}

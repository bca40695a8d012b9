import type { SyntaxAttribute, SyntaxBody } from '../syntax/document.ts';
import type { Piece } from './conversion.ts';
import type { Stretch } from './split-pieces.ts';

/** Puts attributes back whose values are broken: that they are there is known, only what they say is not. */
export function withLost(body: SyntaxBody, piece: Piece, lost: readonly Stretch[]): SyntaxBody {
  let result = body;
  for (const stretch of lost) {
    const attribute = lostAttribute(piece, stretch);
    if (attribute) result = insert(result, attribute);
  }
  return result;
}

function lostAttribute({ source, base }: Piece, { start, end }: Stretch): SyntaxAttribute | undefined {
  const text = source.text.slice(base + start, base + end);
  const name = /^([\p{ID_Start}_][\p{ID_Continue}-]*)[ \t]*=/u.exec(text)?.[1];
  const range = source.range(base + start, base + end);
  return name === undefined
    ? undefined
    : { name, expression: { kind: 'broken', range }, text: '', range, valueRange: range };
}

/** Into the innermost block that holds the place. */
function insert(body: SyntaxBody, attribute: SyntaxAttribute): SyntaxBody {
  const at = attribute.range.start.offset;
  const holder = body.blocks.find((block) => block.range.start.offset < at && at < block.range.end.offset);
  if (!holder) return { ...body, attributes: [...body.attributes, attribute] };
  const blocks = body.blocks.map((block) =>
    block === holder ? { ...block, body: insert(block.body, attribute) } : block,
  );
  return { ...body, blocks };
}

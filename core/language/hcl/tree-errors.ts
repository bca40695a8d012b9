import type { Node } from 'web-tree-sitter';
import type { TemplateError } from '../model.ts';
import { type Piece, rangeOf } from './conversion.ts';

const names: Readonly<Record<string, string>> = {
  block_end: '"}"',
  object_end: '"}"',
  tuple_end: '"]"',
  quoted_template_end: 'a closing quotation mark',
  template_interpolation_end: '"}"',
};

/** The places where the grammar stumbled: outermost first, one per line, because the rest follows from it. */
export function treeErrors(piece: Piece, root: Node): readonly TemplateError[] {
  const errors: TemplateError[] = [];
  for (const node of brokenNodes(root)) {
    const range = rangeOf(piece, node);
    if (errors.some((error) => error.range.start.line === range.start.line)) continue;
    errors.push({ kind: 'syntax', message: messageOf(node), range });
  }
  return errors;
}

function brokenNodes(node: Node): readonly Node[] {
  if (node.isError || node.isMissing) return [node];
  return node.hasError ? node.children.flatMap(brokenNodes) : [];
}

function messageOf(node: Node): string {
  if (node.isMissing) return `Expected ${names[node.type] ?? `"${node.type}"`} here.`;
  return 'This is not valid HCL: it cannot be read as a value, attribute or block.';
}

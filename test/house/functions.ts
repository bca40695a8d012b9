import type { SourceFile } from './source-files.ts';
import { isNode, lineAt, type SyntaxNode, visitNodes } from './syntax.ts';

/** The size of one function that has a block body. */
export interface FunctionSize {
  readonly path: string;
  readonly line: number;
  readonly lines: number;
  readonly parameters: number;
}

const kinds = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

/** Every function of a module that has a block body. */
export function functionsOf(file: SourceFile): readonly FunctionSize[] {
  const found: FunctionSize[] = [];
  visitNodes(file, (node) => {
    if (!kinds.has(node.type) || !hasBlock(node)) return;
    const line = lineAt(file.text, node.start);
    found.push({
      path: file.path,
      line,
      lines: lineAt(file.text, node.end) - line + 1,
      parameters: Array.isArray(node.params) ? node.params.length : 0,
    });
  });
  return found;
}

function hasBlock({ body }: SyntaxNode): boolean {
  return isNode(body) && body.type === 'BlockStatement';
}

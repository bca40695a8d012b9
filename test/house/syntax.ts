import { parseAst } from 'vitest/node';
import type { SourceFile } from './source-files.ts';

/** A node of the syntax tree, with what the house tests read of it. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [property: string]: unknown;
}

/** The statements of a module. */
export function statementsOf({ path, text }: SourceFile): readonly SyntaxNode[] {
  const program = parseAst(text, { lang: path.endsWith('.mjs') ? 'js' : 'ts' }, path);
  return program.body as unknown as readonly SyntaxNode[];
}

/** Visits every node of a module, parents first. */
export function visitNodes(file: SourceFile, visit: (node: SyntaxNode) => void): void {
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) walk(item);
    else if (isNode(value)) {
      visit(value);
      for (const child of Object.values(value)) walk(child);
    }
  };
  walk(statementsOf(file));
}

/** Line of an offset, counted from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

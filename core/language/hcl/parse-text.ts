import type { Node, Parser } from 'web-tree-sitter';
import type { SourceRange } from '../../schema/index.ts';
import type { Expression } from '../syntax/expression.ts';
import type { SourceText } from '../syntax/source-text.ts';
import { partsOf } from './conversion.ts';
import { convertExpression } from './convert-expression.ts';
import { unescapeHeredoc } from './convert-string.ts';
import { templateOf } from './convert-template.ts';
import { hclParser } from './grammar.ts';
import { heredocText } from './heredoc.ts';
import { masked } from './masked.ts';
import { templateLiterals } from './template-literals.ts';

/** Parses HCL that stands inside something else: a string of a JSON template, a value from the environment. */
export interface TextParser {
  /** The text of a template, as between the words of a heredoc: no backslash escapes. */
  template(text: string, range: SourceRange): Expression;
  /** A whole expression, such as `["a", "b"]`. */
  expression(text: string, range: SourceRange): Expression;
}

interface Place {
  readonly parser: Parser;
  readonly range: SourceRange;
}

/** Every range of the result is the place where the text was found. */
export async function textParser(): Promise<TextParser> {
  const parser = await hclParser();
  return {
    template: (text, range) =>
      /[$%]\{/.test(text) ? parseTemplate(parser, text, range) : { kind: 'literal', value: text, range },
    expression: (text, range) =>
      withTree(`x = ${text}\n`, { parser, range }, (source, root) => {
        const value = root.descendantsOfType('expression')[0];
        return value ? convertExpression({ source, base: 0 }, value) : { kind: 'broken', range };
      }),
  };
}

function parseTemplate(parser: Parser, text: string, range: SourceRange): Expression {
  return withTree(`x = <<PACKER_TEXT\n${text}\nPACKER_TEXT\n`, { parser, range }, (source, root) => {
    const piece = { source, base: 0 };
    const heredoc = root.descendantsOfType('heredoc_template')[0];
    if (!heredoc) return { kind: 'broken', range };
    const { nodes, start, end: last } = heredocText(piece, partsOf(heredoc));
    // The last newline is ours, not the text's.
    const end = Math.max(start, last - 1);
    const stretch = { start, end, byLine: false, flush: false, unescape: unescapeHeredoc };
    return templateOf(piece, { nodes, start, end, literals: templateLiterals(piece, nodes, stretch) }, range);
  });
}

type Convert = (source: SourceText, root: Node) => Expression;

function withTree(text: string, { parser, range }: Place, convert: Convert): Expression {
  const tree = parser.parse(masked(text));
  if (!tree) return { kind: 'broken', range };
  try {
    if (tree.rootNode.hasError) return { kind: 'broken', range };
    return convert({ file: range.file, text, range: () => range }, tree.rootNode);
  } catch (cause) {
    // Brackets by the ten thousand exhaust the stack of the conversion.
    if (cause instanceof RangeError) return { kind: 'broken', range };
    throw cause;
  } finally {
    tree.delete();
  }
}

import type { Body, Template, TemplateFile } from '../../language/index.ts';
import type { SourceRange } from '../../schema/index.ts';
import type { Directive } from './directive.ts';

/** A stretch of lines, both ends included. */
export interface Reach {
  readonly first: number;
  readonly last: number;
}

/** The lines that a directive speaks of; undefined where it means the whole file. */
export function reachOf(directive: Directive, file: TemplateFile, template: Template): Reach | undefined {
  if (directive.scope === 'file') return undefined;
  const nodes = nodesIn(template, file.path);
  if (file.syntax !== 'hcl') return around(directive.range, nodes);
  const line = lineFor(directive.range, file);
  const starting = nodes.filter(({ start }) => start.line === line);
  const isBefore = line > directive.range.end.line;
  const whole = isBefore ? starting : starting.filter(({ end }) => end.line === line);
  return { first: line, last: Math.max(line, ...whole.map(({ end }) => end.line)) };
}

/** In JSON a comment is an entry of an object and speaks of that object; at the top, of the file. */
function around(place: SourceRange, nodes: readonly SourceRange[]): Reach | undefined {
  const holding = nodes.filter(
    ({ start, end }) => start.offset < place.start.offset && end.offset > place.end.offset,
  );
  const [nearest] = holding.toSorted(
    (a, b) => a.end.offset - a.start.offset - (b.end.offset - b.start.offset),
  );
  return nearest && { first: nearest.start.line, last: nearest.end.line };
}

/** The comment's own line when code stands before it, else the next line that is code. */
function lineFor(range: SourceRange, { text, comments }: TemplateFile): number {
  const lines = text.split('\n');
  const before = (lines[range.start.line - 1] ?? '').slice(0, range.start.column - 1);
  if (before.replace('\uFEFF', '').trim() !== '') return range.start.line;
  const commented = new Set(
    comments.flatMap(({ range: { start, end } }) =>
      Array.from({ length: end.line - start.line + 1 }, (_, index) => start.line + index),
    ),
  );
  for (let line = range.end.line + 1; line <= lines.length; line += 1) {
    const code = (lines[line - 1] ?? '').trim();
    const isComment = commented.has(line) && /^(#|\/\/|\/\*|\*)/.test(code);
    if (code !== '' && !isComment) return line;
  }
  return range.end.line + 1;
}

/** The places of all blocks and attributes of a file, nested ones included. */
function nodesIn(template: Template, path: string): readonly SourceRange[] {
  const found: SourceRange[] = [];
  const visit = ({ attributes, blocks }: Omit<Body, 'range'>): void => {
    for (const { range } of attributes) found.push(range);
    for (const { range, body } of blocks) {
      found.push(range);
      visit(body);
    }
  };
  visit({ attributes: [], blocks: template.blocks.filter(({ range }) => range.file === path) });
  return found;
}

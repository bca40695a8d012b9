import type { SourceRange } from '../../schema/index.ts';
import type { TemplateError } from '../model.ts';
import type { SyntaxAttribute, SyntaxBlock, SyntaxBody } from '../syntax/document.ts';
import { blockErrors } from './block-errors.ts';

export interface VariableDeclaration {
  readonly name: string;
  readonly body: SyntaxBody;
  readonly range: SourceRange;
}
export interface LocalDeclaration {
  readonly name: string;
  readonly value: SyntaxAttribute | undefined;
  /** The body of a `local "name" { … }` block; entries of `locals { … }` have none. */
  readonly body: SyntaxBody | undefined;
  readonly range: SourceRange;
}

/** The blocks of all files of a template, sorted by what they declare. */
export interface Declarations {
  readonly variables: readonly VariableDeclaration[];
  readonly locals: readonly LocalDeclaration[];
  readonly packer: readonly SyntaxBlock[];
  readonly dataSources: readonly SyntaxBlock[];
  readonly sources: readonly SyntaxBlock[];
  readonly builds: readonly SyntaxBlock[];
  readonly errors: readonly TemplateError[];
}

/** How many labels a block needs before it declares anything. */
const labelCount: Readonly<Record<string, number>> = {
  packer: 0,
  variables: 0,
  locals: 0,
  build: 0,
  variable: 1,
  local: 1,
  source: 2,
  data: 2,
};

export function collectDeclarations(bodies: readonly SyntaxBody[]): Declarations {
  const blocks = bodies.flatMap((body) => body.blocks);
  const whole = (type: string) =>
    blocks.filter((block) => block.type === type && block.labels.length === labelCount[type]);
  return {
    variables: blocks.flatMap(variablesOf),
    locals: blocks.flatMap(localsOf),
    packer: whole('packer'),
    dataSources: whole('data'),
    sources: whole('source'),
    builds: whole('build'),
    errors: [...bodies.flatMap((body) => body.attributes.map(strayAttribute)), ...blockErrors(bodies)],
  };
}

function variablesOf(block: SyntaxBlock): readonly VariableDeclaration[] {
  const [name] = block.labels;
  if (block.type === 'variable' && name !== undefined)
    return [{ name, body: block.body, range: block.range }];
  if (block.type !== 'variables') return [];
  return block.body.attributes.map((attribute) => {
    const body = { attributes: [{ ...attribute, name: 'default' }], blocks: [], range: attribute.range };
    return { name: attribute.name, body, range: attribute.range };
  });
}

function localsOf(block: SyntaxBlock): readonly LocalDeclaration[] {
  const [name] = block.labels;
  if (block.type === 'local' && name !== undefined) {
    const value = block.body.attributes.findLast((attribute) => attribute.name === 'expression');
    return [{ name, value, body: block.body, range: block.range }];
  }
  if (block.type !== 'locals') return [];
  return block.body.attributes.map((value) => ({
    name: value.name,
    value,
    body: undefined,
    range: value.range,
  }));
}

function strayAttribute({ name, range }: SyntaxAttribute): TemplateError {
  const message = `"${name}" cannot stand at the top of a template: expected a block such as source, build or variable.`;
  return { kind: 'declaration', message, range };
}

import {
  type Attribute,
  type Block,
  type Expression,
  type Template,
  walkExpression,
} from 'packer-hybrid/rules';

/** An expression with what its meaning depends on. */
export interface Use {
  readonly expression: Expression;
  /** What looks into it: `x.name` or `x[key]`, or the string, list or call that it is part of. */
  readonly parent: Expression | undefined;
  readonly attribute: Attribute;
  /** The blocks around it, outermost first. */
  readonly blocks: readonly Block[];
  /** Whether a loop or a `dynamic` block around it binds this name. */
  binds(name: string): boolean;
}

const known = new WeakMap<Template, readonly Use[]>();

/** Every expression of a template, those of variables included; types are none. */
export function usesIn(template: Template): readonly Use[] {
  const found = known.get(template) ?? template.blocks.flatMap((block) => usesInBlock(block, [], []));
  known.set(template, found);
  return found;
}

function usesInBlock(block: Block, around: readonly Block[], iterators: readonly string[]): readonly Use[] {
  const blocks = [...around, block];
  const bound = block.type === 'dynamic' ? [...iterators, ...iteratorOf(block)] : iterators;
  return [
    ...block.body.attributes
      .filter(({ name }) => !(block.type === 'variable' && name === 'type'))
      .flatMap((attribute) => usesInAttribute(attribute, blocks, bound)),
    ...block.body.blocks.flatMap((inner) => usesInBlock(inner, blocks, bound)),
  ];
}

function iteratorOf({ labels, body }: Block): readonly string[] {
  const iterator = body.attributes.find(({ name }) => name === 'iterator');
  return [...labels.slice(0, 1), ...(iterator ? [iterator.text] : [])];
}

function usesInAttribute(
  attribute: Attribute,
  blocks: readonly Block[],
  iterators: readonly string[],
): readonly Use[] {
  if (blocks.at(-1)?.type === 'dynamic' && attribute.name === 'iterator') return [];
  const all = [...walkExpression(attribute.expression)];
  const loops = all.filter(({ kind }) => kind === 'for' || kind === 'template-for') as Loop[];
  const types = new Set(all.flatMap(typesOf));
  const parents = parentsIn(all);
  return all
    .filter((expression) => !types.has(expression))
    .map((expression) => ({
      expression,
      parent: parents.get(expression),
      attribute,
      blocks,
      binds: (name) =>
        iterators.includes(name) ||
        loops.some((loop) => loop.names.includes(name) && encloses(loop, expression)),
    }));
}

type Loop = Extract<Expression, { kind: 'for' | 'template-for' }>;

function encloses(outer: Expression, inner: Expression): boolean {
  const { start, end } = outer.range;
  return start.offset <= inner.range.start.offset && inner.range.end.offset <= end.offset;
}

/** `convert(value, type)` names a type. */
function typesOf(expression: Expression): readonly Expression[] {
  const type = expression.kind === 'call' && expression.name === 'convert' ? expression.args[1] : undefined;
  return type ? [...walkExpression(type)] : [];
}

function parentsIn(all: readonly Expression[]): ReadonlyMap<Expression, Expression> {
  return new Map(all.flatMap((parent) => partsOf(parent).map((part) => [part, parent] as const)));
}

function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'attribute':
    case 'index':
    case 'splat':
      return [expression.target];
    case 'template':
    case 'template-for':
      return expression.parts;
    case 'template-if':
      return [...expression.yes, ...expression.no];
    case 'object':
      return expression.entries.map(({ key }) => key);
    case 'list':
      return expression.items;
    case 'call':
      return expression.args;
    default:
      return [];
  }
}

/** Every place where `root.name` stands, and is not hidden by a loop. */
export function membersOf(
  template: Template,
  root: string,
): readonly (Use & { readonly name: string; readonly expression: Expression & { kind: 'attribute' } })[] {
  return usesIn(template).flatMap((use) => {
    const { expression } = use;
    if (expression.kind !== 'attribute' || expression.target.kind !== 'name') return [];
    if (expression.target.name !== root || use.binds(root)) return [];
    return [{ ...use, expression, name: expression.name }];
  });
}

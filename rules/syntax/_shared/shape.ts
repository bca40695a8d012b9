import {
  type Expression,
  evaluate,
  functionSchema,
  type Json,
  scopeOf,
  type Template,
  type Value,
} from 'packer-hybrid/rules';

/** What kind of value an expression gives, when that is certain; null fits everything and has no shape. */
export type Shape = 'string' | 'number' | 'bool' | 'list' | 'map';

export interface Branch {
  readonly expression: Expression;
  readonly shape: Shape;
  /** The value itself, when it is known. */
  readonly value: Json | undefined;
}

/** Locals are used again and again, and some of them render whole files. */
const known = new WeakMap<Expression, readonly Branch[]>();

/** The shapes that an expression may take: one, or one for each side of a condition; none where nothing is certain. */
export function branchesOf(template: Template, expression: Expression, depth = 0): readonly Branch[] {
  const found = known.get(expression) ?? findBranches(template, expression, depth);
  known.set(expression, found);
  return found;
}

function findBranches(template: Template, expression: Expression, depth: number): readonly Branch[] {
  if (depth > 8) return [];
  if (expression.kind === 'conditional') {
    return [expression.yes, expression.no].flatMap((side) => branchesOf(template, side, depth + 1));
  }
  const followed = followedBy(template, expression);
  if (followed) {
    return branchesOf(template, followed, depth + 1).map((branch) => ({ ...branch, expression }));
  }
  const value = knownValue(template, expression);
  const shape = value.state === 'unknown' ? shapeOfKind(template, expression) : shapeOfValue(value.value);
  return shape ? [{ expression, shape, value: value.state === 'unknown' ? undefined : value.value }] : [];
}

function knownValue(template: Template, expression: Expression): Value {
  if (expression.kind === 'literal') return { state: 'known', value: expression.value };
  return evaluate(expression, scopeOf(template));
}

/** A local stands for what it is made of: its condition may depend on variables. */
function followedBy({ locals }: Template, expression: Expression): Expression | undefined {
  const name = referenced(expression, 'local');
  return name === undefined ? undefined : locals.find((local) => local.name === name)?.expression;
}

export function referenced(expression: Expression, root: 'local' | 'var'): string | undefined {
  if (expression.kind === 'template' && expression.parts.length === 1) {
    const [only] = expression.parts;
    return only && referenced(only, root);
  }
  if (expression.kind !== 'attribute' || expression.target.kind !== 'name') return undefined;
  return expression.target.name === root ? expression.name : undefined;
}

function shapeOfKind(template: Template, expression: Expression): Shape | undefined {
  switch (expression.kind) {
    case 'list':
    case 'splat':
      return 'list';
    case 'object':
      return 'map';
    case 'for':
      return expression.key ? 'map' : 'list';
    case 'template':
      return expression.parts.length > 1 ? 'string' : undefined;
    case 'call':
      return shapeOfType(functionSchema(expression.name)?.returns);
    case 'attribute': {
      const name = referenced(expression, 'var');
      return shapeOfType(template.variables.find((variable) => variable.name === name)?.type);
    }
    default:
      return undefined;
  }
}

/** The shape of a type as HCL writes it. */
export function shapeOfType(type: string | undefined): Shape | undefined {
  const [word = ''] = (type ?? '').split('(');
  if (word === 'string' || word === 'number' || word === 'bool') return word;
  if (word === 'list' || word === 'set' || word === 'tuple') return 'list';
  return word === 'map' || word === 'object' ? 'map' : undefined;
}

function shapeOfValue(value: Json): Shape | undefined {
  if (value === null) return undefined;
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object') return 'map';
  return typeof value === 'boolean' ? 'bool' : typeof value === 'number' ? 'number' : 'string';
}

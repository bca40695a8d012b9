import type { Expression } from './expression.ts';

/** The expression and everything in it, outermost first. */
export function* walkExpression(expression: Expression): Generator<Expression> {
  yield expression;
  for (const child of childrenOf(expression)) yield* walkExpression(child);
}

function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'template':
      return expression.parts;
    case 'template-if':
      return [expression.condition, ...expression.yes, ...expression.no];
    case 'template-for':
      return [expression.collection, ...expression.parts];
    case 'attribute':
      return [expression.target];
    case 'index':
      return [expression.target, expression.key];
    case 'splat':
      return [expression.target, ...expression.path.filter((step) => typeof step !== 'string')];
    case 'list':
      return expression.items;
    case 'object':
      return expression.entries.flatMap(({ key, value }) => [key, value]);
    case 'call':
      return expression.args;
    case 'conditional':
      return [expression.condition, expression.yes, expression.no];
    case 'unary':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'for':
      return [expression.collection, expression.key, expression.result, expression.condition].filter(
        (child) => child !== undefined,
      );
    default:
      return [];
  }
}

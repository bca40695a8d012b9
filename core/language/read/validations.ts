import type { SourceRange } from '../../schema/index.ts';
import { attempt, evaluate, type Scope } from '../evaluate/index.ts';
import type { TemplateError } from '../model.ts';
import type { SyntaxAttribute, SyntaxBlock } from '../syntax/document.ts';
import { walkExpression } from '../syntax/walk-expression.ts';
import { boolType, convertIfPossible, type Typed } from '../values/index.ts';
import type { VariableDeclaration } from './declarations.ts';
import { syntaxAttribute } from './evaluate-body.ts';
import { refusalError } from './refusal-error.ts';

interface Checked {
  readonly value: Typed;
  readonly range: SourceRange;
}

/** What is wrong with the `validation` blocks of a variable, and values that do not pass them. */
export function validationErrors(
  { name, body }: VariableDeclaration,
  checked: Checked | undefined,
  scope: Scope,
): readonly TemplateError[] {
  return body.blocks
    .filter(({ type }) => type === 'validation')
    .flatMap((block) => {
      const condition = syntaxAttribute(block.body, 'condition');
      const text = syntaxAttribute(block.body, 'error_message');
      const wrong = [
        ...missing(block, condition, text),
        ...(condition ? referenceErrors(condition, name) : []),
        ...(text ? messageErrors(text, scope) : []),
      ];
      if (wrong.length > 0 || !condition || !checked) return wrong;
      return check({ name, condition, text, checked }, scope);
    });
}

function missing(
  { range }: SyntaxBlock,
  condition: SyntaxAttribute | undefined,
  text: SyntaxAttribute | undefined,
): readonly TemplateError[] {
  const names = [condition ? [] : ['condition'], text ? [] : ['error_message']].flat();
  return names.map((name) => ({
    kind: 'schema',
    message: `A validation block needs the attribute "${name}".`,
    range: { ...range, end: range.start },
  }));
}

/** The condition may look at its own variable only, and must. */
function referenceErrors(
  { expression, valueRange }: SyntaxAttribute,
  name: string,
): readonly TemplateError[] {
  const bound = new Set<string>();
  let own = 0;
  const errors: TemplateError[] = [];
  for (const part of walkExpression(expression)) {
    if (part.kind === 'broken') return [];
    if (part.kind === 'for' || part.kind === 'template-for') for (const one of part.names) bound.add(one);
    if (part.kind !== 'attribute' || part.target.kind !== 'name' || bound.has(part.target.name)) continue;
    if (part.target.name === 'var' && part.name === name) own += 1;
    else {
      const message = `The condition can only look at var.${name} itself.`;
      errors.push({ kind: 'reference', message, range: part.range });
    }
  }
  if (own > 0 || errors.length > 0) return errors;
  return [{ kind: 'reference', message: `The condition must look at var.${name}.`, range: valueRange }];
}

function messageErrors({ expression, valueRange }: SyntaxAttribute, scope: Scope): readonly TemplateError[] {
  const value = evaluate(expression, scope);
  if (value.state === 'unknown' || typeof value.value !== 'string') return [];
  const [first = ''] = value.value.trim();
  const last = value.value.trim().at(-1) ?? '';
  const starts = !/\p{L}/u.test(first) || /\p{Lu}/u.test(first);
  if (first !== '' && starts && '.?!'.includes(last)) return [];
  const message =
    'The error message must be a sentence: with a capital at its start and a full stop at its end.';
  return [{ kind: 'schema', message, range: valueRange }];
}

interface Check {
  readonly name: string;
  readonly condition: SyntaxAttribute;
  readonly text: SyntaxAttribute | undefined;
  readonly checked: Checked;
}

function check({ name, condition, text, checked }: Check, scope: Scope): readonly TemplateError[] {
  const inner: Scope = { ...scope, variable: (one) => (one === name ? checked.value : undefined) };
  const { value, refusal } = attempt(condition.expression, inner);
  if (refusal) return [refusalError(refusal, condition.valueRange)];
  if (value.data === undefined) return [];
  const result = value.data === null ? undefined : convertIfPossible(value, boolType);
  if (!result) {
    const message = 'The condition of a validation must be true or false.';
    return [{ kind: 'type', message, range: condition.valueRange }];
  }
  if (result.data !== false) return [];
  const said = text && evaluate(text.expression, scope);
  const reason = said?.state === 'known' ? String(said.value).trim() : '';
  const message = `The value of "${name}" does not pass its validation. ${reason}`.trim();
  return [{ kind: 'evaluation', message, range: checked.range }];
}

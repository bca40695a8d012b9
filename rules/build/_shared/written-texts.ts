// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { type Expression, evaluate, type Placed, scopeOf, type Template } from 'packer-hybrid/rules';

/** A text that an expression may come to, with the place where it is written. */
export interface WrittenText extends Placed {
  /** What is unknown or secret stays as `${…}`. */
  readonly text: string;
}

/** Both sides of a condition, and what locals stand for; nothing where not even the form of the text is known. */
export function writtenTexts(template: Template, expression: Expression): readonly WrittenText[] {
  return textsIn(template, expression, []);
}

function textsIn(
  template: Template,
  expression: Expression,
  seen: readonly string[],
): readonly WrittenText[] {
  const inner = (part: Expression) => textsIn(template, part, seen);
  if (expression.kind === 'conditional') {
    const decided = evaluate(expression.condition, scopeOf(template));
    if (decided.state === 'unknown') return [expression.yes, expression.no].flatMap(inner);
    return inner(decided.value === true ? expression.yes : expression.no);
  }
  const local = localName(expression);
  const named = template.locals.find(({ name }) => name === local);
  if (named && local !== undefined && !seen.includes(local)) {
    return textsIn(template, named.expression, [...seen, local]);
  }
  const text = textOfParts(template, expression);
  return text === undefined ? [] : [{ text, range: expression.range }];
}

function localName(expression: Expression): string | undefined {
  if (expression.kind !== 'attribute' || expression.target.kind !== 'name') return undefined;
  return expression.target.name === 'local' ? expression.name : undefined;
}

function textOfParts(template: Template, expression: Expression): string | undefined {
  if (expression.kind === 'template') {
    return expression.parts.map((part) => textOfParts(template, part) ?? placeholder).join('');
  }
  if (expression.kind === 'list') {
    return expression.items.map((item) => textOfParts(template, item) ?? placeholder).join(' ');
  }
  const value = evaluate(expression, scopeOf(template));
  if (value.state !== 'known') return undefined;
  if (Array.isArray(value.value)) return value.value.join(' ');
  return typeof value.value === 'string' ? value.value : undefined;
}

/** Stands for what nobody may show or know. */
const placeholder = '${…}';

import {
  type Attribute,
  type Expression,
  evaluate,
  type Json,
  type SourceRange,
  scopeOf,
  type Template,
} from 'packer-hybrid/rules';

/** One option for QEMU. */
export interface Argument {
  readonly name: string;
  /** Its values in one text; undefined when some of them are not known. */
  readonly value: string | undefined;
  readonly at: SourceRange;
}

/** The options of `qemuargs`, as far as they are known: each item of a list counts for itself. */
export function argumentsOf(template: Template, attribute: Attribute): readonly Argument[] {
  const { value, expression, valueRange } = attribute;
  if (expression.kind === 'list') return expression.items.flatMap((item) => written(template, item));
  if (value.state !== 'known' || !Array.isArray(value.value)) return [];
  return value.value.flatMap((item: Json) => {
    const texts = textsOf(item);
    return texts[0] === undefined
      ? []
      : [{ name: texts[0], value: texts.slice(1).join(' '), at: valueRange }];
  });
}

function written(template: Template, item: Expression): readonly Argument[] {
  const parts = item.kind === 'list' ? item.items : [item];
  const texts = parts.map((part) => {
    const value = evaluate(part, scopeOf(template));
    return value.state === 'known' && typeof value.value !== 'object' ? String(value.value) : undefined;
  });
  const [name, ...values] = texts;
  if (name === undefined) return [];
  return [{ name, value: values.includes(undefined) ? undefined : values.join(' '), at: item.range }];
}

function textsOf(item: Json): readonly string[] {
  return Array.isArray(item) ? item.map((text: Json) => String(text)) : [String(item)];
}

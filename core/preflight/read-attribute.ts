import type { Body, Json, Template, Variable } from '../language/index.ts';

/**
 * What a block says about one of its attributes. `unset` means that nobody gives it a value, and names the variable
 * that was meant to; `unknown` means that only Packer can tell, so that a check has to stay silent.
 */
export type AttributeReading =
  | { readonly state: 'set'; readonly value: Json }
  | { readonly state: 'secret'; readonly value: Json }
  | { readonly state: 'unset'; readonly variable?: string }
  | { readonly state: 'unknown' };

/** Reads one attribute the way Packer will: an empty text counts as not set. */
export function readAttribute(template: Template, body: Body, name: string): AttributeReading {
  const attribute = body.attributes.find((candidate) => candidate.name === name);
  if (!attribute) return { state: 'unset' };
  const variable = template.variables.find((candidate) => isReference(attribute.text, candidate));
  if (variable && lacksValue(variable)) return { state: 'unset', variable: variable.name };
  const { value } = attribute;
  if (value.state === 'unknown') return { state: 'unknown' };
  if (isEmpty(value.value))
    return variable ? { state: 'unset', variable: variable.name } : { state: 'unset' };
  return { state: value.state === 'sensitive' ? 'secret' : 'set', value: value.value };
}

/** Whether neither the template nor the user gave a variable a value, so that a platform may. */
export function lacksValue(variable: Variable): boolean {
  return variable.value.state === 'unknown' ? !variable.hasDefault : isEmpty(variable.value.value);
}

function isReference(text: string, variable: Variable): boolean {
  const reference = `var.${variable.name}`;
  return text === reference || text === `"\${${reference}}"`;
}

function isEmpty(value: Json): boolean {
  return value === null || value === '';
}

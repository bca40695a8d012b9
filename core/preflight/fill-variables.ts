import type { Template } from '../language/index.ts';
import { lacksValue } from './read-attribute.ts';

/** Gives values to variables that a template declares and nobody has set: what the user set always wins. */
export function fillVariables(
  template: Template,
  values: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const filled: Record<string, string> = {};
  for (const variable of template.variables) {
    const value = Object.hasOwn(values, variable.name) ? values[variable.name] : undefined;
    if (value !== undefined && lacksValue(variable)) filled[variable.name] = value;
  }
  return filled;
}

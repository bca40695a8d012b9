import type { Template } from '../language/index.ts';
import type { Offer } from './known-text.ts';
import { lacksValue } from './read-attribute.ts';

/** Gives values to variables that a template declares and nobody has set: what the user set always wins. */
export function fillVariables(
  template: Template,
  offers: readonly Offer[],
): Readonly<Record<string, string>> {
  const filled: Record<string, string> = {};
  for (const variable of template.variables) {
    const value = offers.find(({ variables }) => variables.includes(variable.name))?.value;
    if (value && lacksValue(variable)) filled[variable.name] = value;
  }
  return filled;
}

/** The same as variables of the environment, which is the only way that a secret may take. */
export function fillSecretVariables(
  template: Template,
  offers: readonly Offer[],
): Readonly<Record<string, string>> {
  const filled = Object.entries(fillVariables(template, offers));
  return Object.fromEntries(filled.map(([name, value]) => [`PKR_VAR_${name}`, value]));
}

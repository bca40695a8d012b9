import { type Component, type Target, type Template, targetComponents } from 'packer-hybrid';
import { provisioner } from './provisioner.ts';

/** One puppet provisioner as it runs on one target. */
export interface CatalogUse {
  readonly target: Target;
  readonly template: Template;
  readonly component: Component;
}

export function usesOf(template: Template, target: Target): readonly CatalogUse[] {
  const types: readonly string[] = provisioner.types;
  return targetComponents(template, target)
    .filter(({ type }) => types.includes(type))
    .map((component) => ({ target, template, component }));
}

/** Whether the template turns Puppet off by its own switch, the variable `enable_puppet`. */
export function isSwitchedOff({ variables }: Template): boolean {
  const value = variables.find(({ name }) => name === 'enable_puppet')?.value;
  return value !== undefined && value.state !== 'unknown' && String(value.value) === 'false';
}

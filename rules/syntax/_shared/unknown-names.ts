import type { Expression, Template } from 'packer-hybrid/rules';
import { type Use, usesIn } from './scoped-expressions.ts';

/** What stands for something of Packer's without a declaration. */
export const packerRoots: ReadonlySet<string> = new Set([
  'var',
  'local',
  'path',
  'packer',
  'data',
  'build',
  'source',
]);

export type NameUse = Use & { readonly expression: Expression & { readonly kind: 'name' } };

/** Bare words that neither Packer nor a loop gives a meaning. */
export function unknownNames(template: Template): readonly NameUse[] {
  return usesIn(template).filter((use): use is NameUse => {
    const { expression, binds } = use;
    return expression.kind === 'name' && !packerRoots.has(expression.name) && !binds(expression.name);
  });
}

/** Attributes whose text a shell or an installer reads. */
const forShells: ReadonlySet<string> = new Set([
  'boot_command',
  'cd_content',
  'command',
  'content',
  'env',
  'environment_vars',
  'execute_command',
  'floppy_content',
  'http_content',
  'inline',
  'remote_path',
  'shutdown_command',
  'user_data',
]);

/** Whether `${NAME}` was meant for a shell: it stands in text for one, or is written as its variables are. */
export function isForShell({ expression, parent, attribute }: NameUse): boolean {
  if (parent?.kind !== 'template') return false;
  return forShells.has(attribute.name) || /^[A-Z_][A-Z0-9_]*$/.test(expression.name);
}

import { type Scope, unknown } from '../evaluate/index.ts';
import type { Template } from '../model.ts';

/** What names mean in a template that was read already. */
export function scopeOf(template: Template): Scope {
  const variables = new Map(template.variables.map(({ name, value }) => [name, value]));
  const locals = new Map(template.locals.map(({ name, value }) => [name, value]));
  return {
    variable: (name) => variables.get(name) ?? unknown,
    local: (name) => locals.get(name) ?? unknown,
    path: { root: template.root, cwd: template.cwd },
  };
}

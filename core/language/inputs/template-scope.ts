import { type Scope, typedOf } from '../evaluate/index.ts';
import type { Template } from '../model.ts';
import { anything } from '../values/index.ts';

/** The scopes in which templates were read: they know types that plain values have lost. */
const scopes = new WeakMap<Template, Scope>();

export function rememberScope(template: Template, scope: Scope): Template {
  scopes.set(template, scope);
  return template;
}

/** What names mean in a template that was read already; nothing is undeclared in one that was made by hand. */
export function scopeOf(template: Template): Scope {
  return scopes.get(template) ?? plainScope(template);
}

function plainScope(template: Template): Scope {
  const variables = new Map(template.variables.map(({ name, value }) => [name, typedOf(value)]));
  const locals = new Map(template.locals.map(({ name, value }) => [name, typedOf(value)]));
  return {
    variable: (name) => variables.get(name) ?? anything,
    local: (name) => locals.get(name) ?? anything,
    path: { root: template.root, cwd: template.cwd },
  };
}

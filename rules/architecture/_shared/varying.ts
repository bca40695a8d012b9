import { type Expression, type Template, walkExpression } from 'packer-hybrid/rules';

/** Functions whose result is another one in the next build. */
const moving =
  /^(?:timestamp|formatdate|isotime|uuid(?:v4|v5)?|legacy_isotime|legacy_strftime|strftime|env|build|consul_key|vault)\b/;
/** What a plugin renders later: `{{isotime}}`, `{{build_name}}`. */
const rendered = /\{\{[^}]*(?:isotime|timestamp|uuid|\.?Build|strftime|env)\b[^}]*\}\}/i;
/** Names that say that every release gives the variable another value. */
const versions =
  /version|build|release|date|stamp|commit|sha|tag|revision|suffix|\bid\b|number|epoch|semver/i;

/** Whether the text of an expression is another one in the next build, as far as that can be told. */
export function varies(template: Template, expression: Expression, seen: readonly string[] = []): boolean {
  return [...walkExpression(expression)].some((part) => {
    if (part.kind === 'literal') return typeof part.value === 'string' && rendered.test(part.value);
    if (part.kind === 'call') return moving.test(part.name);
    if (part.kind !== 'attribute') return false;
    return isMovingName(template, part, seen);
  });
}

function isMovingName(
  template: Template,
  { target, name }: Extract<Expression, { readonly kind: 'attribute' }>,
  seen: readonly string[],
): boolean {
  if (target.kind !== 'name') return false;
  if (target.name === 'data' || target.name === 'build') return true;
  if (target.name === 'var') {
    const variable = template.variables.find((one) => one.name === name);
    return variable?.hasDefault !== true || versions.test(name);
  }
  if (target.name !== 'local' || seen.includes(name)) return false;
  const local = template.locals.find((one) => one.name === name);
  return local ? varies(template, local.expression, [...seen, name]) : true;
}

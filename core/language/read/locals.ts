import { evaluate, type Scope, sensitive, unknown } from '../evaluate/index.ts';
import type { Local, Variable } from '../model.ts';
import type { Value } from '../value.ts';
import type { LocalDeclaration } from './declarations.ts';
import { syntaxValue } from './evaluate-body.ts';

/** What `var.` and `local.` mean in a template. Locals are computed when asked for; one that needs itself is unknown. */
export function templateScope(
  variables: readonly Variable[],
  locals: readonly LocalDeclaration[],
  path: Scope['path'],
): Scope {
  const values = new Map(variables.map(({ name, value }) => [name, value]));
  const declared = new Map(locals.map((local) => [local.name, local]));
  const computed = new Map<string, Value>();
  const scope: Scope = { variable: (name) => values.get(name) ?? unknown, local: localValue, path };

  function localValue(name: string): Value {
    const done = computed.get(name);
    if (done) return done;
    const local = declared.get(name);
    if (!local?.value) return unknown;
    computed.set(name, unknown);
    const value = evaluate(local.value.expression, scope);
    const result = isSensitive(local, scope) ? sensitive(value) : value;
    computed.set(name, result);
    return result;
  }
  return scope;
}

export function readLocals(declarations: readonly LocalDeclaration[], scope: Scope): readonly Local[] {
  return declarations.map((local) => ({
    name: local.name,
    sensitive: isSensitive(local, scope),
    value: scope.local(local.name),
    expression: local.value?.expression ?? { kind: 'broken', range: local.range },
    range: local.range,
  }));
}

function isSensitive({ body }: LocalDeclaration, scope: Scope): boolean {
  const flag = body && syntaxValue(body, 'sensitive', scope);
  return flag !== undefined && flag.state !== 'unknown' && flag.value === true;
}

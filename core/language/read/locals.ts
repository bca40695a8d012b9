import { attempt, plainValue, type Scope } from '../evaluate/index.ts';
import type { Local, TemplateError } from '../model.ts';
import { anything, secretIf, type Typed } from '../values/index.ts';
import type { LocalDeclaration } from './declarations.ts';
import { syntaxValue } from './evaluate-body.ts';
import { refusalError } from './refusal-error.ts';

export interface LocalsRead {
  readonly scope: Scope;
  readonly locals: readonly Local[];
  readonly errors: readonly TemplateError[];
}

interface Computed {
  readonly value: Typed;
  readonly error?: TemplateError;
}

/**
 * The locals of a template, and the scope in which everything else is evaluated. Each is computed once, when it is asked
 * for; one that needs itself is unknown. What is wrong is said where it stands: whoever uses that local finds it unknown.
 */
export function readLocals(declarations: readonly LocalDeclaration[], outer: Scope): LocalsRead {
  const declared = new Map(declarations.map((local) => [local.name, local]));
  const computed = new Map<string, Computed>();
  const lenient = outer.lenient && readLocals(declarations, outer.lenient).scope;
  const own: Scope = { ...outer, local: (name) => compute(name)?.value };
  const scope: Scope = lenient ? { ...own, lenient } : own;

  function compute(name: string): Computed | undefined {
    const done = computed.get(name);
    const local = declared.get(name);
    if (done || !local) return done;
    computed.set(name, { value: anything });
    const result = computeLocal(local, scope);
    computed.set(name, result);
    return result;
  }

  const locals = declarations.map((local) => localOf(local, compute(local.name), scope));
  return { scope, locals, errors: [...computed.values()].flatMap(({ error }) => error ?? []) };
}

function computeLocal(local: LocalDeclaration, scope: Scope): Computed {
  if (!local.value) return { value: anything };
  const { value, refusal } = attempt(local.value.expression, scope);
  const result = { value: secretIf(isSensitive(local, scope), value) };
  return refusal ? { ...result, error: refusalError(refusal, local.value.valueRange) } : result;
}

function localOf(local: LocalDeclaration, computed: Computed | undefined, scope: Scope): Local {
  const { name, value, range } = local;
  const result = {
    name,
    sensitive: isSensitive(local, scope),
    value: plainValue(computed?.value ?? anything),
    expression: value?.expression ?? { kind: 'broken' as const, range },
    range,
  };
  return computed?.error ? { ...result, failed: true } : result;
}

function isSensitive({ body }: LocalDeclaration, scope: Scope): boolean {
  const flag = body && syntaxValue(body, 'sensitive', scope);
  return flag !== undefined && flag.state !== 'unknown' && flag.value === true;
}

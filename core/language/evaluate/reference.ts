import { closestTo } from '../../errors/index.ts';
import type { SourceRange } from '../../schema/index.ts';
import { anything, Refusal, type Typed, text } from '../values/index.ts';
import type { Scope } from './scope.ts';

/** Objects that Packer itself provides in some places; what is in most of them only Packer knows. */
const own = ['var', 'local', 'path', 'packer', 'data', 'build', 'source', 'each', 'self', 'consul_key'];

/** Whether the name stands for one of Packer's own objects here. */
export function isReference(name: string, { names, isolated }: Scope): boolean {
  return !isolated && !names?.has(name) && ['var', 'local', 'path'].includes(name);
}

/** One of Packer's objects as a whole: its value is not needed anywhere, that it exists is. */
export function evaluateRoot(name: string, scope: Scope, range: SourceRange): Typed {
  if (scope.constant !== undefined) throw constantOnly(name, scope.constant, range);
  if (!scope.isolated && (scope.legacy || own.includes(name))) return anything;
  const known = [...(scope.names?.keys() ?? []), ...(scope.isolated ? [] : ['var', 'local', 'path', 'data'])];
  const near = closestTo(name, known);
  const hint = near ? ` Did you mean "${near}"?` : '';
  const bare = scope.isolated
    ? `The template file names "${name}", which is not among the values that it was given.`
    : `There is nothing named "${name}": a variable is var.${name}, a local local.${name}, and text stands in quotation marks.`;
  throw new Refusal('reference', bare + hint, range);
}

interface Place {
  readonly scope: Scope;
  readonly range: SourceRange;
}

/** `var.x`, `local.x`, `path.root` or `data.type.name`. */
export function referenced(root: string, key: Typed, { scope, range }: Place): Typed {
  if (typeof key.data !== 'string') return anything;
  const name = key.data;
  if (scope.constant !== undefined) throw constantOnly(`${root}.${name}`, scope.constant, range);
  const value = find(root, name, scope);
  if (value) return value;
  if (scope.legacy) return anything;
  throw new Refusal('reference', missing(root, name), range);
}

function constantOnly(name: string, what: string, range: SourceRange): Refusal {
  return new Refusal('reference', `${what} must be constant: ${name} cannot be used in it.`, range);
}

function find(root: string, name: string, scope: Scope): Typed | undefined {
  if (root === 'var') return scope.variable(name);
  if (root === 'local') return scope.local(name);
  if (root === 'path') return name === 'root' || name === 'cwd' ? text(scope.path[name]) : undefined;
  const [type = '', label = ''] = name.split('.');
  return scope.hasDataSource?.(type, label) === false ? undefined : anything;
}

function missing(root: string, name: string): string {
  if (root === 'var') return `The variable "${name}" is not declared: add a block variable "${name}" { … }.`;
  if (root === 'local') return `The local "${name}" is not declared: add it to a locals block.`;
  if (root === 'path') return `path.${name} does not exist: there are path.root and path.cwd.`;
  return `The data source "${name}" is not declared.`;
}

import type { Typed } from '../values/index.ts';
import type { FileAccess } from './file-access.ts';

/** What names mean while an expression is evaluated. */
export interface Scope {
  /** Undefined when no such variable is declared. */
  variable(name: string): Typed | undefined;
  /** Undefined when no such local is declared. */
  local(name: string): Typed | undefined;
  /** Whether `data.<type>.<name>` is declared; everything is where this is absent. */
  hasDataSource?(type: string, name: string): boolean;
  /** What Packer calls `path.root` and `path.cwd`, absolute. */
  readonly path: Readonly<Record<'root' | 'cwd', string>>;
  /** The environment, where `env()` may be called. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Names that a `for`, a `dynamic` block or `templatefile` binds. */
  readonly names?: ReadonlyMap<string, Typed>;
  /** In the text of `templatefile` nothing else has a meaning. */
  readonly isolated?: boolean;
  /** What this is, where Packer allows constants only: the default of a variable, a variable file. */
  readonly constant?: string;
  /** Functions of Packer's older templates are not HCL's: what they give is not known here. */
  readonly legacy?: boolean;
  /** Where functions may read files; without it they are not read. */
  readonly files?: FileAccess;
  /** The same with everything unknown that has an empty default, or asks for an environment variable that is not set. */
  readonly lenient?: Scope;
  /** How much may still be computed. */
  readonly work?: { left: number };
}

/** The scope with more names; inner ones hide outer ones. */
export function withNames(scope: Scope, names: Iterable<readonly [string, Typed]>): Scope {
  const all = [...names];
  const inner = { ...scope, names: new Map([...(scope.names ?? []), ...all]) };
  return scope.lenient ? { ...inner, lenient: withNames(scope.lenient, all) } : inner;
}

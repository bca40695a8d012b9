import type { Value } from '../value.ts';

/** What names mean while an expression is evaluated. */
export interface Scope {
  variable(name: string): Value;
  local(name: string): Value;
  /** What Packer calls `path.root` and `path.cwd`, absolute. */
  readonly path: Readonly<Record<'root' | 'cwd', string>>;
  /** The environment, where `env()` may be called. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

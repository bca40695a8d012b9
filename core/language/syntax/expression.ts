import type { SourceRange } from '../../schema/index.ts';
import type { Json } from '../value.ts';

interface Placed {
  readonly range: SourceRange;
}

/** An expression as written, before anything is known of its value. HCL and JSON templates share these forms. */
export type Expression =
  | Literal
  | TemplateString
  | TemplateIf
  | TemplateFor
  | Name
  | Attr
  | Index
  | Splat
  | List
  | ObjectLiteral
  | Call
  | Conditional
  | Unary
  | Binary
  | For
  | Broken;
export type ExpressionKind = Expression['kind'];

export interface Literal extends Placed {
  readonly kind: 'literal';
  readonly value: Json;
  /** A number as written, where its value alone could be less exact. */
  readonly digits?: string;
}
/** A string or heredoc with interpolations. */
export interface TemplateString extends Placed {
  readonly kind: 'template';
  readonly parts: readonly Expression[];
  /** False where the result is text even when there is only one part, as in a heredoc. */
  readonly wraps?: boolean;
}
/** `%{ if … }` inside a string. */
export interface TemplateIf extends Placed {
  readonly kind: 'template-if';
  readonly condition: Expression;
  readonly yes: readonly Expression[];
  readonly no: readonly Expression[];
}
/** `%{ for … }` inside a string. */
export interface TemplateFor extends Placed {
  readonly kind: 'template-for';
  readonly names: readonly string[];
  readonly collection: Expression;
  readonly parts: readonly Expression[];
}
/** A bare word: `var`, `local`, `path`, or a name that a `for` binds. */
export interface Name extends Placed {
  readonly kind: 'name';
  readonly name: string;
}
/** `target.name` */
export interface Attr extends Placed {
  readonly kind: 'attribute';
  readonly target: Expression;
  readonly name: string;
}
/** `target[key]` and the old `target.0` */
export interface Index extends Placed {
  readonly kind: 'index';
  readonly target: Expression;
  readonly key: Expression;
}
/** `target[*].a.b` (full) and `target.*.a.b`: `path` holds the steps that each element takes. */
export interface Splat extends Placed {
  readonly kind: 'splat';
  readonly target: Expression;
  readonly full: boolean;
  readonly path: readonly (string | Expression)[];
  /** `a[*][*]`: how many `[*]` stand before this one, which is applied to each of their results. */
  readonly depth?: number;
}
export interface List extends Placed {
  readonly kind: 'list';
  readonly items: readonly Expression[];
}
export interface ObjectEntry {
  /** A bare word is a literal key, as in HCL. */
  readonly key: Expression;
  readonly value: Expression;
}
export interface ObjectLiteral extends Placed {
  readonly kind: 'object';
  readonly entries: readonly ObjectEntry[];
}
export interface Call extends Placed {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Expression[];
  /** `f(list...)` */
  readonly expands: boolean;
}
export interface Conditional extends Placed {
  readonly kind: 'conditional';
  readonly condition: Expression;
  readonly yes: Expression;
  readonly no: Expression;
}
export interface Unary extends Placed {
  readonly kind: 'unary';
  readonly operator: string;
  readonly operand: Expression;
}
export interface Binary extends Placed {
  readonly kind: 'binary';
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
}
/** `[for k, v in c : r if x]`, and with `key` the object form. */
export interface For extends Placed {
  readonly kind: 'for';
  readonly names: readonly string[];
  readonly collection: Expression;
  readonly key: Expression | undefined;
  readonly result: Expression;
  readonly condition: Expression | undefined;
  readonly groups: boolean;
}
/** Half-typed or wrong: its place is known, its value never. */
export interface Broken extends Placed {
  readonly kind: 'broken';
}

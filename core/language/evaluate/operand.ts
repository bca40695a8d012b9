import type { SourceRange } from '../../schema/index.ts';
import { convert, Refusal, type Type, type Typed } from '../values/index.ts';

/** One side of an operator, as the type that the operator takes. */
export function operand(value: Typed, type: Type, range: SourceRange): Typed {
  if (value.data === null) throw new Refusal('evaluation', 'A null value cannot be computed with.', range);
  try {
    return convert(value, type);
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    throw new Refusal('type', `The operator does not fit this value: ${thrown.message}.`, range);
  }
}

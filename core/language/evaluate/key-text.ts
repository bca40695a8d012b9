import type { SourceRange } from '../../schema/index.ts';
import { convertIfPossible, Refusal, stringType, type Typed, typeText } from '../values/index.ts';

/** A value as the name of an attribute; undefined when it is unknown. */
export function keyText(key: Typed, range: SourceRange): string | undefined {
  if (key.data === null) throw new Refusal('evaluation', 'A null value cannot be a key.', range);
  const name = convertIfPossible(key, stringType);
  if (!name) throw new Refusal('type', `A key must be a string, and this is ${typeText(key.type)}.`, range);
  return typeof name.data === 'string' ? name.data : undefined;
}

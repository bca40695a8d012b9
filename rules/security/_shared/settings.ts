import { type Attribute, attributeOf, type Body, type Json, type Value } from 'packer-hybrid/rules';

/** The value where it can be told, `undefined` where only Packer knows it. */
export function plainValue(value: Value | undefined): Json | undefined {
  return value === undefined || value.state === 'unknown' ? undefined : value.value;
}

/** Whether a value is known to be true; Packer takes the text "true" for it as well. */
export function isTrue(value: Value | undefined): boolean {
  const plain = plainValue(value);
  return plain === true || plain === 'true';
}

/** Whether a setting is certainly not made: absent, null or empty. */
export function isUnset(attribute: Attribute | undefined): boolean {
  if (!attribute) return true;
  const plain = plainValue(attribute.value);
  return plain === null || plain === '' || (Array.isArray(plain) && plain.length === 0);
}

/** The text of a setting; undefined when it is absent, empty, no text or not known. */
export function textOf(body: Body, name: string): string | undefined {
  const plain = plainValue(attributeOf(body, name)?.value);
  return typeof plain === 'string' && plain !== '' ? plain : undefined;
}

/** The texts of a setting that takes one or a list of them, as far as they are known. */
export function textsOf(body: Body, name: string): readonly string[] {
  const plain = plainValue(attributeOf(body, name)?.value);
  const items: readonly Json[] = Array.isArray(plain) ? plain : [plain ?? null];
  return items.filter((item) => typeof item === 'string' && item !== '') as readonly string[];
}

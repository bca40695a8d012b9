import type { Attribute, Body } from '../model.ts';
import { attributeOf, blocksOf } from '../query/body-queries.ts';
import type { Json } from '../value.ts';

/** What a body says of one name. */
export interface Setting {
  /**
   * Packer's plugins take an empty value (null, "", 0, false, an empty list) for one that is not set. Where an empty
   * value comes from a variable or a condition it is `unknown`: another run may give another one.
   */
  readonly presence: 'set' | 'unset' | 'unknown';
  /** The value of an attribute, when it is known. */
  readonly value?: Json;
  /** Whether it stands in the template as it is, so that no run can change it. */
  readonly written: boolean;
  readonly attribute?: Attribute;
}

/** The setting of an attribute, or the presence of a nested block of that name. */
export function settingOf(body: Body, name: string): Setting {
  const attribute = attributeOf(body, name);
  if (attribute) return attributeSetting(attribute);
  if (blocksOf(body, name).length > 0) return { presence: 'set', written: true };
  const isDynamic = blocksOf(body, 'dynamic').some(({ labels }) => labels[0] === name);
  return { presence: isDynamic ? 'unknown' : 'unset', written: !isDynamic };
}

/** The setting at a name that may go into a block, such as `vga.type`; what a missing block holds is unset. */
export function settingAt(body: Body, name: string): Setting {
  const dot = name.indexOf('.');
  if (dot === -1) return settingOf(body, name);
  const [block] = blocksOf(body, name.slice(0, dot));
  if (!block) return settingOf(body, name.slice(0, dot));
  return settingAt(block.body, name.slice(dot + 1));
}

function attributeSetting(attribute: Attribute): Setting {
  const { value, expression } = attribute;
  const written = isWritten(expression);
  if (value.state === 'unknown') return { presence: 'unknown', written: false, attribute };
  if (!isEmpty(value.value)) return { presence: 'set', value: value.value, written, attribute };
  return { presence: written ? 'unset' : 'unknown', value: value.value, written, attribute };
}

function isWritten({ kind }: Attribute['expression']): boolean {
  return kind === 'literal' || kind === 'list' || kind === 'object' || kind === 'unary';
}

function isEmpty(value: Json): boolean {
  if (value === null || value === '' || value === 0 || value === false) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

import { attributeOf, type Body, type Json, settingOf } from 'packer-hybrid/rules';

/** Whether the plugin gets something for this name, or may get it no more after another run. */
export function isSet(body: Body, name: string): boolean {
  return settingOf(body, name).presence === 'set';
}

/** Whether no run can give the plugin anything for this name. */
export function isUnset(body: Body, name: string): boolean {
  return settingOf(body, name).presence === 'unset';
}

/** A value that may be shown; undefined for what is absent, unknown or secret. */
export function shownValue(body: Body, name: string): Json | undefined {
  const value = attributeOf(body, name)?.value;
  return value?.state === 'known' ? value.value : undefined;
}

/** A text that may be shown and is not empty. */
export function textOf(body: Body, name: string): string | undefined {
  const value = shownValue(body, name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A number, also where it is written as text. */
export function numberOf(body: Body, name: string): number | undefined {
  const value = shownValue(body, name);
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
}

/** A switch as the plugin sees it: false where it is absent, undefined where nobody can know. */
export function flagOf(body: Body, name: string): boolean | undefined {
  const attribute = attributeOf(body, name);
  if (!attribute) return settingOf(body, name).presence === 'unset' ? false : undefined;
  if (attribute.value.state === 'unknown') return undefined;
  const { value } = attribute.value;
  return value === true || value === 'true' || value === '1' || value === 1;
}

/** The texts of a list, or of a single text; undefined unless all are known and none is secret. */
export function textsOf(body: Body, name: string): readonly string[] | undefined {
  const value = shownValue(body, name);
  if (value === undefined || value === null || value === '') return undefined;
  const items = Array.isArray(value) ? value : [value];
  return items.every((item) => typeof item === 'string') ? items : undefined;
}

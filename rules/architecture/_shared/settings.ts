import { attributeOf, type Body, settingOf } from 'packer-hybrid/rules';

/** Whether the plugin surely gets something for this name. */
export function isSet(body: Body, name: string): boolean {
  return settingOf(body, name).presence === 'set';
}

/** Whether no run can give the plugin anything for this name. */
export function isUnset(body: Body, name: string): boolean {
  return settingOf(body, name).presence === 'unset';
}

/** A text that is known, may be shown and is not empty. */
export function textOf(body: Body, name: string): string | undefined {
  const value = attributeOf(body, name)?.value;
  if (value?.state !== 'known' || typeof value.value !== 'string') return undefined;
  return value.value === '' ? undefined : value.value;
}

/** The known texts of a list, or of a single text. */
export function textsOf(body: Body, name: string): readonly string[] {
  const value = attributeOf(body, name)?.value;
  if (value?.state !== 'known') return [];
  const items: readonly unknown[] = Array.isArray(value.value) ? value.value : [value.value];
  return items.filter((item) => typeof item === 'string' && item !== '') as readonly string[];
}

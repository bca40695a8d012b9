import { itemsOf, numberText, numOf, type Typed } from '../../values/index.ts';

/** The value as Go writes JSON, which keeps text safe inside HTML; undefined when something in it is unknown. */
export function jsonText(value: Typed): string | undefined {
  const { data } = value;
  if (data === undefined) return undefined;
  if (data === null || typeof data === 'boolean') return String(data);
  if (typeof data === 'string') return quoted(data);
  const num = numOf(value);
  if (num) return numberText(num);
  const isMap = data instanceof Map;
  const parts = isMap
    ? [...data].map(([key, item]) => joinedTo(quoted(key), jsonText(item as Typed)))
    : itemsOf(value).map(jsonText);
  if (parts.includes(undefined)) return undefined;
  return isMap ? `{${parts.join(',')}}` : `[${parts.join(',')}]`;
}

function joinedTo(key: string, value: string | undefined): string | undefined {
  return value === undefined ? undefined : `${key}:${value}`;
}

function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[<>&\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

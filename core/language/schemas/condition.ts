import type { Body } from '../model.ts';
import type { Json } from '../value.ts';
import type { When } from './constraint.ts';
import { type Setting, settingAt } from './setting.ts';

/** Whether a condition holds: undefined when that cannot be told. */
export function holds(when: When, body: Body): boolean | undefined {
  const answers = Object.entries(when).map(([name, values]) => matches(settingAt(body, name), values));
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

/** Whether a setting has one of the values; null among them stands for "not set". */
export function matches(setting: Setting, values: readonly Json[] | 'set'): boolean | undefined {
  if (setting.presence === 'unknown') return undefined;
  if (values === 'set') return setting.presence === 'set';
  if (setting.presence === 'unset') return values.some(isUnset);
  const { value } = setting;
  if (value === undefined) return undefined;
  return values.some((wanted) => isSame(wanted, value));
}

function isUnset(value: Json): boolean {
  return value === null || value === false || value === '' || value === 0;
}

/** HCL converts between words, numbers and truth values; a `*` at the end stands for any rest. */
function isSame(wanted: Json, value: Json): boolean {
  if (wanted === null) return false;
  const text = String(value);
  const pattern = String(wanted);
  return pattern.endsWith('*') ? text.startsWith(pattern.slice(0, -1)) : text === pattern;
}

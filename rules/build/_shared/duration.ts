import type { Body } from 'packer-hybrid/rules';
import { shownValue } from './settings.ts';

const units: Readonly<Record<string, number>> = {
  h: 3600,
  m: 60,
  s: 1,
  ms: 1e-3,
  us: 1e-6,
  µs: 1e-6,
  ns: 1e-9,
};

/** Seconds of a duration in Go's form, such as `1m30s`; undefined for anything else. */
export function secondsOf(text: string): number | undefined {
  const match = /^([+-]?)((?:\d+(?:\.\d+)?(?:h|ms|m|s|us|µs|ns))+|0)$/.exec(text);
  if (!match) return undefined;
  const parts = [...(match[2] ?? '').matchAll(/([\d.]+)(h|ms|m|s|us|µs|ns)/g)];
  const total = parts.reduce((sum, [, count, unit]) => sum + Number(count) * (units[unit ?? 's'] ?? 1), 0);
  return match[1] === '-' ? -total : total;
}

/** Seconds of an attribute that holds a duration. */
export function durationOf(body: Body, name: string): number | undefined {
  const value = shownValue(body, name);
  return typeof value === 'string' ? secondsOf(value) : undefined;
}

import type * as z from 'zod';
import { type ConfigProblem, closestTo } from '../errors/index.ts';
import { pathText, type SettingPath, valueAt } from './setting-path.ts';

type Issue = z.core.$ZodIssue;

const longestValue = 60;

/** A value as it may be shown: only plain ones, shortened, and none that is secret. */
export function shownValue(
  value: unknown,
  path: SettingPath,
  redact: (text: string) => string,
): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'function') return `the function ${value.name || 'without a name'}`;
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  if (path.includes('secrets')) return '***';
  const text = redact(typeof value === 'string' ? JSON.stringify(value) : String(value));
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
}

function unknownKeys(
  issue: Issue & { readonly code: 'unrecognized_keys' },
  path: SettingPath,
): readonly ConfigProblem[] {
  const known = issue.message.split(' ');
  return issue.keys.map((key) => {
    const where = pathText([...path, key]);
    const meant = closestTo(
      key,
      known.filter((name) => !issue.keys.includes(name)),
    );
    const fix = meant
      ? `Did you mean "${meant}"? Rename ${where} to ${pathText([...path, meant])}.`
      : `Remove ${where}; known here: ${known.join(', ')}.`;
    return { path: where, message: 'is not a known setting', fix };
  });
}

function suggestion(issue: Issue, value: unknown): string {
  if (issue.code !== 'invalid_value' || typeof value !== 'string') return '';
  const meant = closestTo(value, issue.values.map(String));
  return meant ? `Did you mean "${meant}"? ` : '';
}

/** Turns the issues of the schema into problems that say where, what and how to put it right. */
export function problemsOf(
  issues: readonly Issue[],
  document: unknown,
  redact: (text: string) => string,
): readonly ConfigProblem[] {
  return issues.flatMap((issue): readonly ConfigProblem[] => {
    const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
    if (issue.code === 'unrecognized_keys') return unknownKeys(issue, path);
    const value = valueAt(document, path);
    const missing = value === undefined ? 'is missing; it ' : '';
    const where = pathText(path);
    return [
      {
        path: where,
        message: `${missing}must be ${issue.message}`,
        value: shownValue(value, path, redact),
        fix: `${suggestion(issue, value)}Set ${where || 'the configuration'} to ${issue.message}.`,
      },
    ];
  });
}

import * as z from 'zod';

export const severities = ['critical', 'high', 'medium', 'low'] as const;
export const Severity = z.enum(severities);
export type Severity = z.infer<typeof Severity>;

/** Whether `severity` is as grave as `limit`, or graver. */
export function isAtLeast(severity: Severity, limit: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(limit);
}

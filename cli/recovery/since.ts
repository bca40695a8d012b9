import { HybridError } from '../../core/errors/index.ts';

const hours: Readonly<Record<string, number>> = { h: 1, d: 24, w: 7 * 24 };
const HOUR_MS = 3_600_000;

/** The moment that `--since` means: so long ago, or a date. */
export function sinceOf(text: string, now: Date): Date {
  const [, number, unit = ''] = /^(\d{1,5})([hdw])$/.exec(text) ?? [];
  const ago = Number(number) * (hours[unit] ?? 0) * HOUR_MS;
  const date = number === undefined ? dateOf(text) : new Date(now.getTime() - ago);
  if (date !== undefined && date <= now) return date;
  throw new HybridError('PH_USAGE_VALUE', {
    what: '--since',
    value: text,
    allowed: ['hours, days or weeks such as 12h, 30d or 4w', 'a date that is over such as 2026-03-01'],
  });
}

function dateOf(text: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?$/.test(text)) return undefined;
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

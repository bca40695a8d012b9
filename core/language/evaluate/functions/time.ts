/** A point in time with the zone in which it was written. */
export interface Timestamp {
  /** Nanoseconds since 1970 in UTC. */
  readonly nanoseconds: bigint;
  /** Minutes east of UTC. */
  readonly zone: number;
}

const form = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:Z|([+-])(\d{2}):(\d{2}))$/;
const second = 1_000_000_000n;

/** RFC 3339, as strictly as go-cty reads it; undefined when the text is none. */
export function parseTimestamp(written: string): Timestamp | undefined {
  const match = form.exec(written);
  if (!match) return undefined;
  const [year, month, day, hour, minute, seconds] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const [, , , , , , , fraction = '', sign, zoneHour = '0', zoneMinute = '0'] = match;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const valid =
    month >= 1 && month <= 12 && day >= 1 && date.getUTCDate() === day && date.getUTCMonth() === month - 1;
  const inDay = hour < 24 && minute < 60 && seconds < 60 && Number(zoneHour) < 24 && Number(zoneMinute) < 60;
  if (!valid || !inDay) return undefined;
  const zone = (Number(zoneHour) * 60 + Number(zoneMinute)) * (sign === '-' ? -1 : 1);
  const local = BigInt(date.getTime() / 1000 + hour * 3600 + minute * 60 + seconds);
  const rest = BigInt(fraction.slice(0, 9).padEnd(9, '0'));
  return { nanoseconds: (local - BigInt(zone * 60)) * second + rest, zone };
}

/** What a clock in that zone shows; its UTC getters give the local time. */
export function clockOf({ nanoseconds, zone }: Timestamp): Date {
  const seconds = nanoseconds / second - (nanoseconds % second < 0n ? 1n : 0n);
  return new Date((Number(seconds) + zone * 60) * 1000);
}

/** RFC 3339 again, without fractions. */
export function timestampText(time: Timestamp): string {
  const clock = clockOf(time);
  const year = String(clock.getUTCFullYear()).padStart(4, '0');
  const rest = clock
    .toISOString()
    .replace(/^[+-]?\d+-/, '')
    .slice(0, 14);
  return `${year}-${rest}${time.zone === 0 ? 'Z' : zoneText(time.zone, ':')}`;
}

export function zoneText(zone: number, separator: string): string {
  const minutes = Math.abs(zone);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${zone < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${separator}${two(minutes % 60)}`;
}

const units: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1000n,
  µs: 1000n,
  μs: 1000n,
  ms: 1_000_000n,
  s: second,
  m: 60n * second,
  h: 3600n * second,
};
const part = /(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)/y;

/** Durations as Go writes them, such as `-1h30m`, in nanoseconds; undefined when the text is none. */
export function parseDuration(written: string): bigint | undefined {
  const negative = written.startsWith('-');
  const body = written.replace(/^[+-]/, '');
  if (body === '0') return 0n;
  let total = 0n;
  part.lastIndex = 0;
  for (let at = 0; at < body.length; at = part.lastIndex) {
    part.lastIndex = at;
    const [, whole = '', fraction = '', unit = ''] = part.exec(body) ?? [];
    const size = units[unit];
    if (size === undefined || whole + fraction === '') return undefined;
    total += BigInt(whole || '0') * size + (BigInt(fraction || '0') * size) / 10n ** BigInt(fraction.length);
  }
  return body === '' ? undefined : negative ? -total : total;
}

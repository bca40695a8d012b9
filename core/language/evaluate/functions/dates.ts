import { count, numberType, object, stringType, type Typed, text } from '../../values/index.ts';
import { formatDate, months, weekdays } from './format-date.ts';
import { anyType, type FunctionSpec, opaque, param, refuse, textOf, wholeOf } from './spec.ts';
import { clockOf, parseDuration, parseTimestamp, type Timestamp, timestampText } from './time.ts';

const format = param('format', stringType);

export const dates: Readonly<Record<string, FunctionSpec>> = {
  timestamp: opaque([]),
  legacy_isotime: opaque([], format),
  legacy_strftime: opaque([], format),
  formatdate: {
    params: [format, param('time', stringType)],
    returns: stringType,
    compute: ([pattern, time]) => text(formatDate(textOf(pattern), timeOf(time))),
  },
  timeadd: {
    params: [param('timestamp', stringType), param('duration', stringType)],
    returns: stringType,
    compute: ([time, written]) => {
      const duration = parseDuration(textOf(written));
      if (duration === undefined) throw refuse('this is no duration such as 1h30m');
      const { nanoseconds, zone } = timeOf(time);
      return text(timestampText({ nanoseconds: nanoseconds + duration, zone }));
    },
  },
  rfc3339_parse: {
    params: [param('timestamp', stringType)],
    returns: anyType,
    compute: ([time]) => {
      const parsed = timeOf(time);
      return object([...fields(parsed), ['unix', count(unix(parsed))]]);
    },
  },
  unix_timestamp_parse: {
    params: [param('unix_timestamp', numberType)],
    returns: anyType,
    compute: ([seconds]) => {
      const parsed = { nanoseconds: BigInt(wholeOf(seconds)) * 1_000_000_000n, zone: 0 };
      return object([...fields(parsed), ['rfc3339', text(timestampText(parsed))]]);
    },
  },
};

function timeOf(value: Typed | undefined): Timestamp {
  const parsed = parseTimestamp(textOf(value));
  if (!parsed) throw refuse('this is no time in RFC 3339, such as 2024-05-01T12:00:00Z');
  return parsed;
}

function unix({ nanoseconds }: Timestamp): number {
  return Number(nanoseconds / 1_000_000_000n);
}

function fields(time: Timestamp): readonly (readonly [string, Typed])[] {
  const clock = clockOf(time);
  const week = isoWeek(clock);
  return [
    ['year', count(clock.getUTCFullYear())],
    ['year_day', count(dayOfYear(clock))],
    ['day', count(clock.getUTCDate())],
    ['month', count(clock.getUTCMonth() + 1)],
    ['month_name', text(months[clock.getUTCMonth()] ?? '')],
    ['weekday', count(clock.getUTCDay())],
    ['weekday_name', text(weekdays[clock.getUTCDay()] ?? '')],
    ['hour', count(clock.getUTCHours())],
    ['minute', count(clock.getUTCMinutes())],
    ['second', count(clock.getUTCSeconds())],
    ['iso_year', count(week.year)],
    ['iso_week', count(week.week)],
  ];
}

const day = 86_400_000;

function dayOfYear(clock: Date): number {
  return Math.floor((clock.getTime() - Date.UTC(clock.getUTCFullYear(), 0, 1)) / day) + 1;
}

/** The week belongs to the year of its Thursday. */
function isoWeek(clock: Date): { year: number; week: number } {
  const thursday = new Date(clock.getTime() + (3 - ((clock.getUTCDay() + 6) % 7)) * day);
  return { year: thursday.getUTCFullYear(), week: Math.ceil(dayOfYear(thursday) / 7) };
}

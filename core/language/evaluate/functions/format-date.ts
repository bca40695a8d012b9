import { refuse } from './spec.ts';
import { clockOf, type Timestamp, zoneText } from './time.ts';

export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
export const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

type Verb = (clock: Date, zone: number) => string;

const verbs: Readonly<Record<string, Verb>> = {
  YY: (clock) => two(clock.getUTCFullYear() % 100),
  YYYY: (clock) => String(clock.getUTCFullYear()).padStart(4, '0'),
  ...numbers('M', (clock) => clock.getUTCMonth() + 1),
  MMM: (clock) => (months[clock.getUTCMonth()] ?? '').slice(0, 3),
  MMMM: (clock) => months[clock.getUTCMonth()] ?? '',
  ...numbers('D', (clock) => clock.getUTCDate()),
  EEE: (clock) => (weekdays[clock.getUTCDay()] ?? '').slice(0, 3),
  EEEE: (clock) => weekdays[clock.getUTCDay()] ?? '',
  ...numbers('h', (clock) => clock.getUTCHours()),
  ...numbers('H', (clock) => clock.getUTCHours() % 12 || 12),
  AA: (clock) => (clock.getUTCHours() < 12 ? 'AM' : 'PM'),
  aa: (clock) => (clock.getUTCHours() < 12 ? 'am' : 'pm'),
  ...numbers('m', (clock) => clock.getUTCMinutes()),
  ...numbers('s', (clock) => clock.getUTCSeconds()),
  Z: (_, zone) => (zone === 0 ? 'Z' : zoneText(zone, ':')),
  ZZZ: (_, zone) => (zone === 0 ? 'UTC' : zoneText(zone, '')),
  ZZZZ: (_, zone) => zoneText(zone, ''),
  ZZZZZ: (_, zone) => zoneText(zone, ':'),
};

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function numbers(letter: string, read: (clock: Date) => number): Readonly<Record<string, Verb>> {
  return { [letter]: (clock) => String(read(clock)), [letter.repeat(2)]: (clock) => two(read(clock)) };
}

const piece = /'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']+|'/g;

/** A date in the words of HCL's `formatdate`; text stands between single quotation marks. */
export function formatDate(format: string, time: Timestamp): string {
  const clock = clockOf(time);
  return [...format.matchAll(piece)]
    .map(([all, quoted, letter]) => {
      if (quoted !== undefined) return quoted === '' ? "'" : quoted.replaceAll("''", "'");
      if (all === "'") throw refuse('a quotation mark is not closed');
      if (letter === undefined) return all;
      const verb = verbs[all];
      if (!verb) throw refuse(`"${all}" is no part of a date`);
      return verb(clock, time.zone);
    })
    .join('');
}

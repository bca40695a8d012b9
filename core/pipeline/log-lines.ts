import { readLog } from '../log/index.ts';

const prefix = /^\[([^\]]+)\] (?:debug|info|warn|error) \S+ /;

/** The part of a log that counts. */
export interface Span {
  readonly since: Date;
  readonly until?: Date | undefined;
}

/** Streams what a log says from a point in time on, up to another one if there is one, without the prefix that the line format adds. */
export async function* logLines(path: string, { since, until }: Span): AsyncGenerator<string> {
  const start = since.toISOString();
  const end = until?.toISOString();
  let hasBegun = false;
  for await (const line of readLog(path)) {
    const [whole = '', time] = prefix.exec(line) ?? [];
    if (end !== undefined && time !== undefined && time > end) return;
    hasBegun ||= time === undefined || time >= start;
    if (hasBegun) yield line.slice(whole.length);
  }
}

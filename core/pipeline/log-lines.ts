import { readLog } from '../log/index.ts';

const prefix = /^\[([^\]]+)\] (?:debug|info|warn|error) \S+ /;

/** Streams what a log says from a point in time on, without the prefix that the line format adds. */
export async function* logLines(path: string, since: Date): AsyncGenerator<string> {
  const start = since.toISOString();
  let hasBegun = false;
  for await (const line of readLog(path)) {
    const [whole = '', time] = prefix.exec(line) ?? [];
    hasBegun ||= time === undefined || time >= start;
    if (hasBegun) yield line.slice(whole.length);
  }
}

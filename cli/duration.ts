import prettyMilliseconds from 'pretty-ms';

/** A duration as people say it: `450ms`, `12.3s`, `4m 5s`. */
export function duration(ms: number): string {
  if (ms < 60_000) return prettyMilliseconds(ms, { secondsDecimalDigits: 1 });
  return prettyMilliseconds(Math.round(ms / 1000) * 1000, { secondsDecimalDigits: 0, unitCount: 2 });
}

/** A running clock: whole seconds only, so that it does not flicker. */
export function elapsed(ms: number): string {
  return prettyMilliseconds(Math.max(0, Math.floor(ms / 1000) * 1000), {
    secondsDecimalDigits: 0,
    unitCount: 2,
  });
}

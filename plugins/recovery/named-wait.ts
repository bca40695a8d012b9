import type { Diagnosis } from 'packer-hybrid';

const asked =
  /(?:retry(?:ing)?[- ]?after|try again (?:in|after)|retry in|wait(?:ing)? (?:for )?(?:at least )?|reset in)\W{0,3}((?:\d+(?:\.\d+)?\s*(?:h(?:ours?)?|m(?:in(?:ute)?s?)?|s(?:ec(?:ond)?s?)?)?[\s,]*)+)/i;
const amounts = /(\d+(?:\.\d+)?)\s*([hms])?/gi;
const secondsIn: Readonly<Record<string, number>> = { h: 3_600, m: 60, s: 1 };

/** Seconds that the failure itself asks to wait, or undefined when it names no time. */
export function namedWait({ evidence }: Pick<Diagnosis, 'evidence'>): number | undefined {
  for (const { text } of evidence) {
    const duration = asked.exec(text)?.[1];
    if (duration !== undefined) return secondsOf(duration);
  }
  return undefined;
}

/** `2m10s`, `5 minutes` or a bare number of seconds. */
function secondsOf(duration: string): number {
  let seconds = 0;
  for (const [, amount, unit = 's'] of duration.matchAll(amounts)) {
    seconds += Number(amount) * (secondsIn[unit.toLowerCase()] ?? 1);
  }
  return Math.ceil(seconds);
}

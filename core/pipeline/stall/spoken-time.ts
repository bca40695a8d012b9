/** A time as a sentence says it: `45 seconds`, `15 minutes`. */
export function spokenTime(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  if (seconds < 120) return counted(seconds, 'second');
  return counted(Math.round(seconds / 60), 'minute');
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

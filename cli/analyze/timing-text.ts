import { textTable } from '../text-table.ts';

/** How long each rule took, the slowest first. */
export function timingText(timings: ReadonlyMap<string, number>, width: number): string {
  const total = [...timings.values()].reduce((sum, millis) => sum + millis, 0);
  const rows = [...timings].map(([rule, millis]) => [rule, `${millis.toFixed(1)} ms`]);
  return textTable([...rows, ['all rules', `${total.toFixed(1)} ms`]], width);
}

import type { Analysis } from 'packer-hybrid/rules';

const shownTimings = 10;

/** What was found and not reported, so that silence is never taken for success. */
export function notesOf({ suppressed, baselined, gone, timings }: Analysis): readonly string[] {
  const entries = gone.reduce((sum, { count }) => sum + count, 0);
  return [
    ...(suppressed.length > 0
      ? [`${counted(suppressed.length)} suppressed by comments in the templates.`]
      : []),
    ...(baselined.length > 0 ? [`${counted(baselined.length)} known from the baseline.`] : []),
    ...(entries > 0
      ? [
          `The baseline holds ${counted(entries).replace(/ (is|are)$/, '')} that no longer occur: write it anew.`,
        ]
      : []),
    ...[...timings]
      .slice(0, shownTimings)
      .map(([rule, millis]) => `The rule ${rule} took ${millis.toFixed(1)} ms.`),
  ];
}

function counted(count: number): string {
  return count === 1 ? '1 finding is' : `${count} findings are`;
}

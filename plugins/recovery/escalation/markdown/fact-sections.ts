import type { EscalationReport } from '../escalation-report.ts';
import { fenced, oneLine, plainText, prose } from './markdown-text.ts';

/** The facts that one asks for first. */
export function factTable(report: EscalationReport): string {
  const { target, run, attempts, exit_code, packer_exit_code, versions, failure } = report;
  const rows: readonly (readonly [string, string])[] = [
    ['Run', run],
    ['Target', target.id],
    ['Template', target.template],
    ['Platform', target.platform],
    ['Builds', String(attempts)],
    ['Exit code', `${exit_code}${packer_exit_code === null ? '' : ` (Packer: ${packer_exit_code})`}`],
    ...(failure === null ? [] : [['Error', failure.code] as const]),
    ...Object.entries(versions),
  ];
  const lines = rows.map(([name, value]) => `| ${plainText(name)} | ${plainText(value)} |`);
  return ['| | |', '|---|---|', ...lines].join('\n');
}

/** What to type, each with its reason. */
export function commandSection({ commands }: EscalationReport): string[] {
  if (commands.length === 0) return [];
  const lines = commands.flatMap(({ command, why }, index) => [
    ...(index > 0 ? [''] : []),
    `# ${oneLine(why)}`,
    oneLine(command),
  ]);
  return ['## Commands to run', 'From the folder of the workspace:', fenced(lines, 'sh')];
}

/** What ends the failure for good, where it comes again and again. */
export function recommendationSection({ recommendations }: EscalationReport): string[] {
  if (recommendations.length === 0) return [];
  const blocks = recommendations.map(({ observation, advice }) =>
    [prose(observation), '', ...advice.map((sentence) => `- ${prose(sentence)}`)].join('\n'),
  );
  return ['## So that it does not come again', ...blocks];
}

/** What happened, in its order. */
export function timelineSection({ timeline }: EscalationReport): string[] {
  if (timeline.length === 0) return [];
  const rows = timeline.map(
    ({ at, text }) => `| ${at.slice(0, 19).replace('T', ' ')} | ${plainText(text)} |`,
  );
  return ['## Timeline', 'Times are in UTC.', ['| Time | What happened |', '|---|---|', ...rows].join('\n')];
}

import type { EscalationReport } from '../escalation-report.ts';
import { commandSection, factTable, recommendationSection, timelineSection } from './fact-sections.ts';
import { hypothesisSection } from './hypothesis-section.ts';
import { plainText } from './markdown-text.ts';
import { triedSection } from './tried-section.ts';

/** The report as people read it, and as it can be pasted into an issue. */
export function reportMarkdown(report: EscalationReport): string {
  const { target, summary, files } = report;
  const sections = [
    `# ${plainText(target.id)} needs a person`,
    plainText(summary),
    factTable(report),
    ...hypothesisSection(report),
    ...triedSection(report),
    ...commandSection(report),
    ...recommendationSection(report),
    ...timelineSection(report),
    '## Files',
    [
      `- ${plainText(files.bundle)}: logs, events, record and versions, to be handed on. Its manifest.json says what was masked.`,
      `- ${plainText(files.json)}: this report as data.`,
      `- ${plainText(files.log)}: the whole log of the build.`,
    ].join('\n'),
  ];
  return `${sections.join('\n\n')}\n`;
}

import type { CloseContext, TargetRecord } from 'packer-hybrid';
import { type BundleFile, dataFile, linesFile, logFile } from './bundle/bundle-file.ts';
import { readTail } from './bundle/read-tail.ts';
import type { escalationPaths } from './escalation-paths.ts';
import type { EscalationReport } from './escalation-report.ts';
import type { Story } from './story/run-stories.ts';

/** Of each log the end is handed on: what failed is there, and a bundle has to fit into a mail. */
const LOG_LIMIT = 2 * 1024 * 1024;

export interface BundleParts {
  readonly target: TargetRecord;
  readonly story: Story;
  readonly report: EscalationReport;
  readonly markdown: string;
  /** What was masked in the report. */
  readonly masked: BundleFile['masked'];
  readonly paths: ReturnType<typeof escalationPaths>;
}

/** Everything about one target of a run that somebody else needs, masked. */
export async function bundleOf(
  { record, secrets }: CloseContext,
  { target, story, report, markdown, paths, masked }: BundleParts,
): Promise<readonly BundleFile[]> {
  const [build, packer] = await Promise.all([
    readTail(paths.log, LOG_LIMIT),
    readTail(paths.packerLog, LOG_LIMIT),
  ]);
  const own = record.findings.filter(({ template }) => template === target.target.template);
  return [
    { name: 'report.md', text: markdown, bytes_of_original: null, is_cut: false, masked },
    { ...dataFile('report.json', report, secrets), masked },
    ...(build ? [logFile('build.log', build, secrets)] : []),
    ...(packer ? [logFile('packer.log', packer, secrets)] : []),
    linesFile('events.ndjson', story.events, secrets),
    dataFile('run.json', { ...record, findings: own, targets: [target] }, secrets),
    dataFile('versions.json', report.versions, secrets),
  ];
}

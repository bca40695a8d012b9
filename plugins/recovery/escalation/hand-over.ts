import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { CloseContext, RecoveryMemory, TargetRecord } from 'packer-hybrid';
import { writeBundle } from './bundle/write-bundle.ts';
import { bundleOf } from './bundle-of.ts';
import { composeReport } from './compose-report.ts';
import { escalationPaths } from './escalation-paths.ts';
import { EscalationReport } from './escalation-report.ts';
import { reportMarkdown } from './markdown/report-markdown.ts';
import { createMasker } from './mask/create-masker.ts';
import { maskData } from './mask/mask-data.ts';
import type { Story } from './story/run-stories.ts';
import { versionsOf } from './versions-of.ts';

/** What is known of a target, and of the run that it failed in. */
export interface HandOver {
  readonly target: TargetRecord;
  readonly story: Story;
  readonly memory: RecoveryMemory;
  readonly packerVersion: string | null;
}

/** Writes the report of a target and says where it is; answers with what packs the bundle, which takes longer. */
export async function handOver(context: CloseContext, handed: HandOver): Promise<() => Promise<void>> {
  const { target, story, memory, packerVersion } = handed;
  const { workspace, secrets } = context;
  const paths = escalationPaths(workspace, target);
  const template = context.templateOf(target.target);
  const versions = versionsOf(context.record, { story, template, packerVersion });
  const at = new Date();
  const composed = await composeReport(context, { target, template, story, memory, versions, at });
  const masker = createMasker(secrets);
  const report = EscalationReport.parse(maskData(composed, masker));
  const markdown = reportMarkdown(report);
  await mkdir(dirname(paths.markdown), { recursive: true });
  await writeFile(paths.json, `${JSON.stringify(report, null, 2)}\n`);
  await writeFile(paths.markdown, markdown);
  const text = `${target.target.id} needs a person: ${report.files.markdown} tells what is known.`;
  context.emit({ type: 'note', text });
  return async () => {
    const masked = masker.found();
    const files = await bundleOf(context, { target, story, report, markdown, paths, masked });
    await writeBundle(files, { path: paths.bundle, at, claim: (path) => context.claim(path) });
  };
}

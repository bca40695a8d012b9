import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type CloseContext, readRecoveryMemory, type TargetRecord, withRun } from 'packer-hybrid';
import { writeBundle } from './bundle/write-bundle.ts';
import { bundleOf } from './bundle-of.ts';
import { composeReport } from './compose-report.ts';
import { escalationPaths } from './escalation-paths.ts';
import { EscalationReport } from './escalation-report.ts';
import { reportMarkdown } from './markdown/report-markdown.ts';
import { createMasker } from './mask/create-masker.ts';
import { maskData } from './mask/mask-data.ts';
import type { RunStories } from './story/run-stories.ts';
import { versionsOf } from './versions-of.ts';

export interface Escalation {
  readonly stories: RunStories;
  /** Tells Packer's version, where there is a Packer. */
  readonly packer: Parameters<typeof versionsOf>[1]['packer'];
}

/** Hands over every target that ended failed: a report for people, the same as data, and a bundle of what was written down. */
export async function escalateRun(context: CloseContext, escalation: Escalation): Promise<void> {
  const { record } = context;
  try {
    // Without a folder the run could write nothing at all, and has said so.
    if (record.dry_run || !existsSync(context.workspace.run)) return;
    const failures: unknown[] = [];
    for (const target of record.targets.filter(needsPerson)) {
      context.signal.throwIfAborted();
      await escalate(context, target, escalation).catch((cause) => failures.push(cause));
    }
    // One report that cannot be written keeps no other from being written.
    if (failures.length > 0) throw failures[0];
  } finally {
    escalation.stories.forget(record.run);
  }
}

function needsPerson({ status, ignored }: TargetRecord): boolean {
  return status === 'failed' && ignored === null;
}

async function escalate(
  context: CloseContext,
  target: TargetRecord,
  { stories, packer }: Escalation,
): Promise<void> {
  const { record, workspace, secrets } = context;
  const paths = escalationPaths(workspace, target);
  const template = context.templateOf(target.target);
  const story = stories.of(record.run, target.target.id);
  const versions = await versionsOf(context, { story, template, packer });
  const memory = withRun(await readRecoveryMemory(workspace), record, {
    packerVersion: versions.Packer ?? null,
  });
  const at = new Date();
  const composed = await composeReport(context, { target, template, story, memory, versions, at });
  const masker = createMasker(secrets);
  const report = EscalationReport.parse(maskData(composed, masker));
  const markdown = reportMarkdown(report);
  await mkdir(dirname(paths.markdown), { recursive: true });
  await writeFile(paths.json, `${JSON.stringify(report, null, 2)}\n`);
  await writeFile(paths.markdown, markdown);
  const files = await bundleOf(context, { target, story, report, markdown, paths, masked: masker.found() });
  await writeBundle(files, { path: paths.bundle, at, claim: (path) => context.claim(path) });
  const text = `${target.target.id} needs a person: ${report.files.markdown} tells what is known.`;
  context.emit({ type: 'note', text });
}

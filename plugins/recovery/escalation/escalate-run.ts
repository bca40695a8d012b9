import { existsSync } from 'node:fs';
import { type CloseContext, readRecoveryMemory, type TargetRecord, withRun } from 'packer-hybrid';
import type { RunStories } from './story/run-stories.ts';

export interface Escalation {
  readonly stories: RunStories;
  /** Tells Packer's version, where there is a Packer. */
  readonly packer: { version(context: CloseContext): Promise<string | undefined> } | undefined;
}

/** Hands over every target that ended failed: a report for people, the same as data, and a bundle of what was written down. */
export async function escalateRun(context: CloseContext, escalation: Escalation): Promise<void> {
  const { record } = context;
  try {
    const failed = record.targets.filter(needsPerson);
    // Without a folder the run could write nothing at all, and has said so.
    if (record.dry_run || failed.length === 0 || !existsSync(context.workspace.run)) return;
    await handOverAll(context, failed, escalation);
  } finally {
    escalation.stories.forget(record.run);
  }
}

function needsPerson({ status, ignored }: TargetRecord): boolean {
  return status === 'failed' && ignored === null;
}

/** Reports before bundles: when time runs out, every target has at least its report. One that fails keeps no other back. */
async function handOverAll(
  context: CloseContext,
  targets: readonly TargetRecord[],
  { stories, packer }: Escalation,
): Promise<void> {
  const { record, workspace, signal } = context;
  const { handOver } = await import('./hand-over.ts');
  const packerVersion = (await packer?.version(context).catch(() => undefined)) ?? null;
  const memory = withRun(await readRecoveryMemory(workspace), record, { packerVersion });
  const failures: unknown[] = [];
  const bundles: (() => Promise<void>)[] = [];
  for (const target of targets) {
    signal.throwIfAborted();
    const story = stories.of(record.run, target.target.id);
    const handed = handOver(context, { target, story, memory, packerVersion });
    await handed.then((bundle) => bundles.push(bundle)).catch((cause) => failures.push(cause));
  }
  for (const bundle of bundles) {
    signal.throwIfAborted();
    await bundle().catch((cause) => failures.push(cause));
  }
  if (failures.length > 0) throw failures[0];
}

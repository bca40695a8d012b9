import type { CloseContext, RecoveryMemory, TargetRecord, Template } from 'packer-hybrid';
import { findPatterns } from 'packer-hybrid';
import { commandFacts } from './commands/command-facts.ts';
import { commandsFor } from './commands/commands-for.ts';
import { escalationPaths, shownPaths } from './escalation-paths.ts';
import type { EscalationReport } from './escalation-report.ts';
import { hypothesesOf } from './hypotheses-of.ts';
import { recommend } from './lasting/recommend.ts';
import type { Story } from './story/run-stories.ts';
import { timelineOf } from './story/timeline-of.ts';
import { tellingLines } from './telling-lines.ts';
import { triedOf } from './tried-of.ts';

/** What a report is made of. */
export interface ReportParts {
  readonly target: TargetRecord;
  readonly template: Template;
  readonly story: Story;
  /** With this run in it. */
  readonly memory: RecoveryMemory;
  readonly versions: Readonly<Record<string, string>>;
  readonly at: Date;
}

/** Puts the report together; nothing of it is masked yet. */
export async function composeReport(context: CloseContext, parts: ReportParts): Promise<EscalationReport> {
  const { target, template, story, memory, versions, at } = parts;
  const { record, workspace, signal } = context;
  const { id, slug, platform, packer_name } = target.target;
  const paths = escalationPaths(workspace, target);
  const files = shownPaths(paths, workspace.root);
  const isBuilt = target.result?.exit_code === 0;
  const isUnknown = target.diagnoses.length === 0 && !isBuilt;
  return {
    version: 1,
    run: record.run,
    created_at: at.toISOString(),
    target: { id, slug, platform, template: target.target.template, packer_name },
    summary: summaryOf(target),
    failure: target.failure,
    attempts: target.attempts,
    exit_code: target.exit_code,
    packer_exit_code: target.result?.packer_exit_code ?? null,
    hypotheses: hypothesesOf(target.diagnoses, memory),
    telling: isUnknown ? await tellingLines(paths.log, signal) : [],
    against: isBuilt ? evidenceAgainst(target) : [],
    tried: triedOf(target.recoveries),
    timeline: timelineOf(story),
    commands: commandsFor(commandFacts({ record, target, template, log: files.log, root: workspace.root })),
    recommendations: recommendationsFor(target, memory),
    versions: { ...versions },
    files,
  };
}

function summaryOf({ failure, recoveries, attempts }: TargetRecord): string {
  const reason = sentence(failure?.message ?? 'The target failed');
  const last = recoveries.at(-1);
  if (last === undefined) return reason;
  const builds = attempts === 1 ? 'one build' : `${attempts} builds`;
  return `${reason} After ${builds} the recovery ended as ${last.outcome}: ${sentence(last.reason)}`;
}

function evidenceAgainst({ evidence }: TargetRecord): EscalationReport['against'] {
  return evidence
    .filter(({ score }) => score < 1)
    .sort((a, b) => Number(b.required) - Number(a.required) || a.score - b.score)
    .map(({ id, dimension, score, required, detail }) => ({ id, dimension, score, required, detail }));
}

/** Words of a log end as they like. */
function sentence(text: string): string {
  return /[.!?]$/.test(text.trimEnd()) ? text.trimEnd() : `${text.trimEnd()}.`;
}

/** Patterns that this failure is one more of. */
function recommendationsFor(
  { target, diagnoses, recoveries }: TargetRecord,
  memory: RecoveryMemory,
): EscalationReport['recommendations'] {
  const causes = new Set<string | null>(diagnoses.map(({ cause }) => cause));
  for (const { learning_data } of recoveries) causes.add(learning_data.cause);
  if (causes.size === 0) causes.add(null);
  return findPatterns(memory)
    .filter(({ cause, targets }) => causes.has(cause) && targets.includes(target.id))
    .map(recommend)
    .map(({ observation, advice }) => ({ observation, advice: [...advice] }));
}

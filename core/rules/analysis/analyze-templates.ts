import type { Template } from '../../language/index.ts';
import type { Finding } from '../../schema/index.ts';
import { type Baseline, type BaselineEntry, compareWithBaseline } from '../baseline/baseline.ts';
import { orderFindings } from '../engine/order-findings.ts';
import { runRules } from '../engine/run-rules.ts';
import { applyKnowledge } from '../learning/apply-knowledge.ts';
import type { Knowledge } from '../learning/knowledge.ts';
import { coreRules } from '../selection/core-rules.ts';
import { loadRules } from '../selection/load-rules.ts';
import type { RulePack } from '../selection/rule-pack.ts';
import { defaultConfidence, type RuleSettings } from '../selection/rule-settings.ts';
import { applySuppressions, type SuppressedFinding } from '../suppressions/apply-suppressions.ts';
import { atConfiguredLevel } from './configured-level.ts';
import { errorsWithoutRule, templateErrorFindings } from './template-errors.ts';
import { textsOf } from './texts-of.ts';

export interface AnalyzeTemplates {
  /** The workspace root, absolute. */
  readonly root: string;
  readonly packs: readonly RulePack[];
  readonly settings: RuleSettings;
  readonly baseline?: Baseline | undefined;
  readonly knowledge?: Knowledge | undefined;
  readonly timing?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface Analysis {
  /** What is to be acted upon, ordered by severity, impact and place; hints behind everything else. */
  readonly findings: readonly Finding[];
  /** Taken away by comments in the templates. */
  readonly suppressed: readonly SuppressedFinding[];
  /** Taken away by the baseline. */
  readonly baselined: readonly Finding[];
  /** Entries of the baseline that are no longer true. */
  readonly gone: readonly BaselineEntry[];
  /** Milliseconds by rule, the slowest first; empty unless asked for. */
  readonly timings: ReadonlyMap<string, number>;
}

/** Everything there is to find in templates, after suppressions, baseline and confidence have been applied, in this order. */
export async function analyzeTemplates(
  templates: readonly Template[],
  options: AnalyzeTemplates,
): Promise<Analysis> {
  const { root, packs, settings, baseline, knowledge, timing = false, signal } = options;
  const loaded = await loadRules(packs, settings);
  const run = await runRules(templates, loaded.rules, { root, timing, ...(signal && { signal }) });
  const errors = errorsWithoutRule(templates.flatMap(templateErrorFindings), run.findings);
  const all = [...loaded.findings, ...run.findings, ...atConfiguredLevel(errors, settings)];

  const textOf = textsOf(templates, root);
  const { kept, suppressed } = applySuppressions(templates, all, {
    active: new Set(loaded.rules.map(({ rule }) => rule.id)),
    known: [...packs.flatMap(({ rules }) => Object.keys(rules)), ...coreRules],
    textOf,
  });
  const wanted = atConfiguredLevel(kept, settings);
  const compared = baseline && compareWithBaseline(wanted, baseline, textOf);
  const fresh = compared?.fresh ?? wanted;
  const judged = knowledge ? applyKnowledge(fresh, knowledge, templates) : fresh;
  return {
    findings: withHints(judged, settings.confidence ?? defaultConfidence),
    suppressed,
    baselined: compared?.known ?? [],
    gone: compared?.gone ?? [],
    timings: run.timings,
  };
}

/** Below the threshold a finding is a hint: it is shown last, and nothing fails because of it. */
function withHints(findings: readonly Finding[], threshold: number): readonly Finding[] {
  const isHint = ({ confidence }: Finding) => confidence < threshold;
  return [
    ...orderFindings(findings.filter((finding) => !isHint(finding))),
    ...orderFindings(findings.filter(isHint)).map((finding) => ({ ...finding, hint: true as const })),
  ];
}

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Template } from '../../language/index.ts';
import type { Finding } from '../../schema/index.ts';
import type { ActiveRule } from './active-rule.ts';
import { namedFiles } from './named-files.ts';
import { needsWholeTemplate } from './needs-whole-template.ts';
import { orderFindings, withoutDuplicates } from './order-findings.ts';
import { type RuleSurroundings, startRule } from './rule-run.ts';
import { mergeVisitors } from './visitors.ts';
import { walkTemplate } from './walk-template.ts';

export interface RunRules {
  /** The workspace root, absolute: rules read no file outside it. */
  readonly root: string;
  readonly signal?: AbortSignal;
  /** Measures how long each rule takes. */
  readonly timing?: boolean;
  /** `throw` lets the error of a rule end the run, as its tests want it. */
  readonly onCrash?: 'report' | 'throw';
}

export interface RulesOutcome {
  /** Ordered by severity, impact and place; nothing twice. */
  readonly findings: readonly Finding[];
  /** Milliseconds by rule, the slowest first; empty unless asked for. */
  readonly timings: ReadonlyMap<string, number>;
}

/** Runs all rules over each template in one walk. A rule that fails becomes a finding; the others go on. */
export async function runRules(
  templates: readonly Template[],
  rules: readonly ActiveRule[],
  { root, signal, timing = false, onCrash = 'report' }: RunRules,
): Promise<RulesOutcome> {
  const times = new Map<string, number>();
  const spend = (rule: string, millis: number) => times.set(rule, (times.get(rule) ?? 0) + millis);
  const surroundings = { files: namedFiles(root), spend: timing ? spend : undefined, onCrash };
  const findings: Finding[] = [];
  for (const template of templates) {
    signal?.throwIfAborted();
    findings.push(...runOn(template, rules, surroundings));
    // Other handlers of the stage, and an interruption, get their turn between two templates.
    await nextTurn();
  }
  return {
    findings: orderFindings(withoutDuplicates(findings)),
    timings: new Map([...times].toSorted(([, a], [, b]) => b - a)),
  };
}

function runOn(
  template: Template,
  rules: readonly ActiveRule[],
  surroundings: RuleSurroundings,
): readonly Finding[] {
  const findings: Finding[] = [];
  const report = (finding: Finding) => findings.push(finding);
  const isBroken = template.errors.some(({ kind }) => kind === 'syntax');
  const able = isBroken ? rules.filter(({ rule }) => !needsWholeTemplate(rule)) : rules;
  const visitors = able.map((active) => startRule(active, template, { ...surroundings, report }));
  walkTemplate(template, mergeVisitors(visitors), surroundings.files);
  return findings;
}

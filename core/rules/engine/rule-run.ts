import type { Template } from '../../language/index.ts';
import type { Finding } from '../../schema/index.ts';
import type { RuleContext, RuleVisitor } from '../rule.ts';
import type { ActiveRule } from './active-rule.ts';
import { crashFinding } from './crash-finding.ts';
import { type AnyReport, findingOf } from './finding-of.ts';
import type { NamedFiles } from './named-files.ts';
import type { GuardedVisitor } from './visitors.ts';

/** What all rules of a run share. */
export interface RuleSurroundings {
  readonly files: NamedFiles;
  /** Adds to the time that a rule took, in milliseconds; undefined where nobody asks. */
  readonly spend: ((rule: string, millis: number) => void) | undefined;
  /** What becomes of an error inside a rule: a finding, or the end of the run. */
  readonly onCrash: 'report' | 'throw';
}

/** Prepares one rule for one template; what it reports, or its crash, goes to `report`. */
export function startRule(
  active: ActiveRule,
  template: Template,
  { files, spend, onCrash, report }: RuleSurroundings & { readonly report: (finding: Finding) => void },
): GuardedVisitor {
  const { rule } = active;
  let hasCrashed = false;
  const guarded = (work: () => void) => {
    if (hasCrashed) return;
    const start = spend ? performance.now() : 0;
    try {
      work();
    } catch (cause) {
      if (onCrash === 'throw') throw cause;
      hasCrashed = true;
      report(crashFinding(rule, template, cause));
    } finally {
      spend?.(rule.id, performance.now() - start);
    }
  };
  const context: RuleContext<Record<string, string>, unknown> = {
    template,
    options: optionsOf(active),
    report(problem: AnyReport) {
      const finding = findingOf(active, problem, template.path);
      if (finding) report(finding);
    },
    readFile: (path) => files.read(path, template.cwd),
    exists: (path) => files.exists(path, template.cwd),
  };
  let visitor: RuleVisitor = {};
  guarded(() => {
    visitor = rule.create(context);
  });
  return { visitor, call: guarded };
}

function optionsOf({ rule, options }: ActiveRule): unknown {
  const defaults: unknown = rule.defaults;
  if (isRecord(defaults) && isRecord(options)) return { ...defaults, ...options };
  return options ?? defaults;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

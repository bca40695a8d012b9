import { posix } from 'node:path';
import { type Finding, readTemplate, type Template } from '../index.ts';
import { type AnyRule, type Report, runRules } from '../rules/index.ts';
import { codeFile, type RuleCase } from './test-rule-case.ts';
import { withWorkspace } from './test-workspace.ts';

/** A report as the rule made it: findings no longer say which message they came from. */
export type SeenReport = Report<Record<string, string>>;

/** What a rule said about the code of a case. */
export interface RuleOutcome {
  readonly template: Template;
  readonly reports: readonly SeenReport[];
  readonly findings: readonly Finding[];
}

/** Runs one rule over the code of a case, in a workspace of its own. An error of the rule is thrown. */
export function ruleOutcome(rule: AnyRule, ruleCase: RuleCase): Promise<RuleOutcome> {
  const files = { ...ruleCase.files, [codeFile(ruleCase)]: ruleCase.code };
  return withWorkspace({ files }, async ({ root }) => {
    const template = await readCase(root, ruleCase);
    const reports: SeenReport[] = [];
    const watched = watchedRule(rule, (report) => reports.push(report));
    const active = { rule: watched, options: ruleCase.options };
    const { findings } = await runRules([template], [active], { root, onCrash: 'throw' });
    return { template, reports, findings };
  });
}

function readCase(root: string, ruleCase: RuleCase): Promise<Template> {
  const file = codeFile(ruleCase);
  const isDirectory = /\.pkr\.(hcl|json)$|\.pkrvars\.(hcl|json)$/.test(file);
  const path = isDirectory ? posix.dirname(file) : file;
  return readTemplate(
    {
      path,
      absolutePath: posix.join(root, path),
      kind: isDirectory ? 'directory' : 'file',
      setting: {
        path,
        vars: ruleCase.vars ?? {},
        secrets: {},
        varFiles: ruleCase.varFiles ?? [],
        cwd: 'template',
      },
    },
    { root, env: {} },
  );
}

/** The same rule, overheard: findings no longer say which message they came from. */
function watchedRule(rule: AnyRule, hear: (report: SeenReport) => void): AnyRule {
  return {
    ...rule,
    create: (context) =>
      rule.create({
        ...context,
        report(report) {
          hear(report);
          context.report(report);
        },
      }),
  };
}

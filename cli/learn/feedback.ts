import { HybridError } from '../../core/errors/index.ts';
import { readTemplate } from '../../core/language/index.ts';
import { contextOf, learnedConfidence, withFeedback } from '../../core/rules/index.ts';
import type { Finding } from '../../core/schema/index.ts';
import { foundTemplates } from '../analyze/found-templates.ts';
import { lookAt } from '../analyze/look-at.ts';
import { type OpenAnalysis, openAnalysis } from '../analyze/open-analysis.ts';
import type { Invocation } from '../invocation.ts';
import { isJson, printJson } from '../print-json.ts';
import { findFinding } from './find-finding.ts';
import { updateKnowledge } from './knowledge-file.ts';

/** Keeps a judgement of a finding, and says what its rule is believed from now on. */
export async function feedback(invocation: Invocation): Promise<number> {
  const { args, options, output, cwd, env } = invocation;
  const verdict = verdictOf(invocation);
  // The finding may come from another set of rules, be known to the baseline, or be judged already: none of that hides it.
  const opened = await openAnalysis({ ...invocation, args: [] }, 'feedback');
  const settings = { ...opened.settings, preset: 'strict' as const };
  const open = { ...opened, settings, baseline: undefined, knowledge: { version: 1 as const, feedback: [] } };
  const looked = await lookAt(await foundTemplates(open), open, { env });
  const { root } = open.config.workspace;
  const { finding, fingerprint } = findFinding(args[0] ?? '', looked, { cwd, root });
  const context = await contextFor(finding, open, env);
  const reason = options.value('reason');
  const entry = {
    finding: fingerprint,
    rule: finding.rule,
    context,
    verdict,
    at: new Date().toISOString(),
    ...(reason === undefined ? {} : { reason }),
  };
  const knowledge = await updateKnowledge(open.config, (before) => withFeedback(before, entry));
  const judged = { rule: finding.rule, context, prior: finding.confidence };
  const after = learnedConfidence(knowledge, judged);
  const before = learnedConfidence(opened.knowledge, judged);
  const told = { rule: finding.rule, context, verdict, finding: fingerprint };
  if (isJson(options)) printJson(output, { version: 1, ...told, confidence: { before, after } });
  else output.out(`${finding.rule} is now believed ${after} instead of ${before} (${context}).`);
  return 0;
}

function verdictOf({ options }: Invocation): 'confirmed' | 'false-positive' {
  const [confirmed, wrong] = [options.has('confirmed'), options.has('false-positive')];
  if (confirmed && wrong) {
    throw new HybridError('PH_USAGE_CONFLICT', {
      options: ['--confirmed', '--false-positive'],
      reason: 'a finding is right or wrong.',
    });
  }
  if (!confirmed && !wrong) {
    const problem = '`packer-hybrid feedback` needs --confirmed or --false-positive.';
    throw new HybridError('PH_USAGE_OPTION', { command: 'feedback', problem });
  }
  return confirmed ? 'confirmed' : 'false-positive';
}

/** The platform that the finding is about: rules may be right on one and wrong on another. */
async function contextFor(finding: Finding, open: OpenAnalysis, env: Invocation['env']): Promise<string> {
  const found = (await foundTemplates(open)).find(({ path }) => path === finding.template);
  if (found === undefined) return contextOf(finding, undefined);
  return contextOf(finding, await readTemplate(found, { root: open.config.workspace.root, env }));
}

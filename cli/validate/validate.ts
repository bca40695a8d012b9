import type { ResolvedConfig } from '../../core/config/index.ts';
import { type ExitCode, worstExitCode } from '../../core/errors/index.ts';
import type { Plugin } from '../../core/plugin/index.ts';
import { fingerprintOf } from '../../core/rules/index.ts';
import type { Finding, RunEvent, RunRecord } from '../../core/schema/index.ts';
import { exitCodeOf } from '../analyze/exit-code.ts';
import { fileText } from '../analyze/file-text.ts';
import { findingsReport } from '../analyze/findings-report.ts';
import { baselinePath } from '../analyze/known-findings.ts';
import type { Looked } from '../analyze/look-at.ts';
import { printReport } from '../analyze/print-report.ts';
import { requestedPaths } from '../analyze/requested-paths.ts';
import { ruleSettings } from '../analyze/rule-levels.ts';
import { rulePacksOf } from '../analyze/rule-packs.ts';
import type { Invocation } from '../invocation.ts';
import { isCi } from '../is-ci.ts';
import { pipelineOf } from '../pipeline-of.ts';
import { readConfig } from '../read-config.ts';
import { runOverrides, wholeNumber } from '../run/run-overrides.ts';
import { runRequest } from '../run/run-request.ts';
import { watchedRun } from '../run/watched-run.ts';
import { checkFindings, mergeFindings } from './merge-findings.ts';

/** Runs the pipeline until `analyze` and reports what our rules and Packer itself have found, as one list. */
export async function validate(invocation: Invocation): Promise<number> {
  const { options, cwd } = invocation;
  const maxFindings = options.value('max-findings');
  const most = maxFindings === undefined ? undefined : wholeNumber('--max-findings', maxFindings);
  const config = await configFor(invocation);
  const pipeline = await pipelineOf(config, isCi(invocation.env));
  let record: RunRecord | undefined;
  const reporter = {
    onEvent(event: RunEvent) {
      // What was not looked at, and why: no report has a place for it.
      if (event.type === 'note') invocation.output.err(event.text);
    },
    finish(finished: RunRecord) {
      record = finished;
    },
    close() {},
  };
  const request = runRequest(invocation.typed, options, { until: 'analyze' });
  const code = await watchedRun(pipeline, request, { invocation, reporter, root: config.workspace.root });
  if (record === undefined) return code;
  const looked = lookedOf(record, config, !options.has('no-packer'));
  await printReport(
    findingsReport(looked, { cwd, root: config.workspace.root, maxFindings: most }),
    invocation,
  );
  return worstExitCode([code as ExitCode, exitCodeOf(looked, options) as ExitCode]);
}

/** The configuration with what the command line sets: rules, the baseline, and whether Packer is asked. */
async function configFor(invocation: Invocation): Promise<ResolvedConfig> {
  const { args, cwd, options } = invocation;
  const templates = await requestedPaths(args, cwd);
  // Nothing is built, so there is nothing for the gate to keep back: --fail-on decides.
  const asked = { ...runOverrides(invocation), gate: 'none' as const };
  const overrides = { ...asked, ...(templates.length > 0 ? { templates } : {}) };
  const config = await readConfig(invocation, 'validate', overrides);
  const rules = ruleSettings(config.settings.rules, options, rulePacksOf(config));
  const plugins = await pluginsFor(invocation, config);
  return { ...config, plugins, settings: { ...config.settings, rules } };
}

async function pluginsFor(
  invocation: Invocation,
  config: ResolvedConfig,
): Promise<readonly Plugin[] | undefined> {
  const { options } = invocation;
  const { delusions, packer } = await import('../../plugins/index.ts');
  const baseline = options.has('baseline') ? baselinePath(invocation, config) : undefined;
  const replaced = [
    ...(baseline === undefined ? [] : [delusions({ baseline })]),
    ...(options.has('no-packer') ? [packer({ validate: false, fmt: false })] : []),
  ];
  if (replaced.length === 0) return config.plugins;
  const others = (config.plugins ?? []).filter(({ name }) =>
    replaced.every((plugin) => plugin.name !== name),
  );
  return [...others, ...replaced];
}

function lookedOf(record: RunRecord, { workspace }: ResolvedConfig, asksPacker: boolean): Looked {
  const findings = mergeFindings([...record.findings, ...checkFindings(record.checks, asksPacker)]);
  const textOf = (file: string) => fileText(workspace.root, file);
  const files = findings.flatMap(({ range }: Finding) => (range ? [range.file] : []));
  return {
    findings,
    fingerprints: new Map(findings.map((finding) => [finding, fingerprintOf(finding, textOf)])),
    suppressed: 0,
    baselined: 0,
    failed: record.failures.map(({ code, message, remedy }) => ({ template: '.', code, message, remedy })),
    templates: [...new Set(record.targets.map(({ target }) => target.template))],
    files: [...new Set(files)],
    texts: new Map(),
    timings: new Map(),
  };
}

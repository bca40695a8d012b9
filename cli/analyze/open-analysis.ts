import type { ResolvedConfig } from '../../core/config/index.ts';
import type { Baseline, Knowledge, RulePack, RuleSettings } from '../../core/rules/index.ts';
import type { Invocation } from '../invocation.ts';
import { readConfig } from '../read-config.ts';
import { baselinePath, readBaseline, readKnowledge } from './known-findings.ts';
import { requestedPaths } from './requested-paths.ts';
import { ruleSettings } from './rule-levels.ts';
import { rulePacksOf } from './rule-packs.ts';

/** Everything that an analysis needs to know beside the templates. */
export interface OpenAnalysis {
  readonly config: ResolvedConfig;
  readonly packs: readonly RulePack[];
  readonly settings: RuleSettings;
  readonly knowledge: Knowledge;
  readonly baseline: Baseline | undefined;
  /** Where the baseline is or would be. */
  readonly baselineFile: string | undefined;
  /** Folders in which the workspace keeps what it makes: copies of templates there are nobody's templates. */
  readonly ignore: readonly string[];
}

/** Reads configuration, rules, baseline and what was learned; starts no program and writes nothing. */
export async function openAnalysis(invocation: Invocation, command: string): Promise<OpenAnalysis> {
  const { args, cwd, options } = invocation;
  const paths = await requestedPaths(args, cwd);
  const config = await readConfig(invocation, command, paths.length > 0 ? { templates: paths } : {});
  const packs = rulePacksOf(config);
  const { artifacts, logs, state, cache } = config.workspace;
  return {
    config,
    packs,
    settings: ruleSettings(config.settings.rules, options, packs),
    knowledge: await readKnowledge(config),
    baselineFile: baselinePath(invocation, config),
    baseline: options.has('update-baseline') ? undefined : await readBaseline(invocation, config),
    ignore: [artifacts, logs, state, cache],
  };
}

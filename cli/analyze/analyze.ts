import { resolve } from 'node:path';
import { HybridError } from '../../core/errors/index.ts';
import { BASELINE_FILE } from '../../core/rules/index.ts';
import { counted } from '../counted.ts';
import type { Invocation } from '../invocation.ts';
import { screenWidth } from '../output.ts';
import { wholeNumber } from '../run/run-overrides.ts';
import { shownPath } from '../shown-path.ts';
import { exitCodeOf } from './exit-code.ts';
import { fileText } from './file-text.ts';
import { findingsReport } from './findings-report.ts';
import { foundTemplates } from './found-templates.ts';
import { baselinePath } from './known-findings.ts';
import { type Looked, type LookOptions, lookAt } from './look-at.ts';
import { type OpenAnalysis, openAnalysis } from './open-analysis.ts';
import { printReport } from './print-report.ts';

/** Finds, reads, checks and reports; corrects and remembers where that is asked for. Answers with the exit code. */
export async function analyze(invocation: Invocation): Promise<number> {
  const { options, cwd, output } = invocation;
  checkCombination(options);
  const maxFindings = options.value('max-findings');
  const most = maxFindings === undefined ? undefined : wholeNumber('--max-findings', maxFindings);
  const open = await openAnalysis(invocation, 'analyze');
  const { root } = open.config.workspace;
  const looking = await lookOptions(invocation, open);
  const look = async () => await lookAt(await foundTemplates(open), open, looking);
  const first = await look();
  const looked = await corrected(first, { invocation, root, look });
  if (options.has('timing')) await printTimings(looked, output);
  if (options.has('update-baseline')) return await rememberAll(looked, invocation, open);
  await printReport(findingsReport(looked, { cwd, root, maxFindings: most }), invocation);
  return exitCodeOf(looked, options);
}

function checkCombination(options: Invocation['options']): void {
  const isFixing = options.has('fix') || options.has('fix-suggested');
  if (options.has('dry-run') && !isFixing) {
    const problem = '--dry-run shows what --fix or --fix-suggested would change, and needs one of them.';
    throw new HybridError('PH_USAGE_OPTION', { command: 'analyze', problem });
  }
  if (options.has('update-baseline') && isFixing) {
    throw new HybridError('PH_USAGE_CONFLICT', {
      options: ['--update-baseline', '--fix'],
      reason: 'what is corrected need not be remembered.',
    });
  }
}

async function lookOptions(invocation: Invocation, { config }: OpenAnalysis): Promise<LookOptions> {
  const { env, options } = invocation;
  const ref = options.value('changed');
  const timing = options.has('timing');
  if (ref === undefined) return { env, timing };
  const [{ changedFiles }, { inputOwnersOf }, { createProcesses, createSecrets }] = await Promise.all([
    import('./changed-files.ts'),
    import('./rule-packs.ts'),
    import('../../core/process/index.ts'),
  ]);
  const processes = createProcesses({ secrets: createSecrets(config.secrets) });
  const files = await changedFiles(ref, { processes, cwd: config.workspace.root });
  return { env, timing, changed: { files, owners: await inputOwnersOf(config) } };
}

async function printTimings({ timings }: Looked, output: Invocation['output']): Promise<void> {
  const { timingText } = await import('./timing-text.ts');
  output.err(timingText(timings, screenWidth(output)));
}

interface Correcting {
  readonly invocation: Invocation;
  readonly root: string;
  readonly look: () => Promise<Looked>;
}

/** What is found after the corrections that were asked for; with --dry-run they are shown, and nothing changes. */
async function corrected(first: Looked, { invocation, root, look }: Correcting): Promise<Looked> {
  const { options, cwd, output } = invocation;
  if (!options.has('fix') && !options.has('fix-suggested')) return first;
  const { fixPreview, makeFixes } = await import('./make-fixes.ts');
  const kind = options.has('fix-suggested') ? 'suggested' : 'safe';
  if (options.has('dry-run')) {
    const preview = await fixPreview(first, { kind, root, cwd });
    const isPretty = (options.value('format') ?? 'pretty') === 'pretty';
    // The document of another format has standard output for itself.
    if (preview !== '') (isPretty ? output.out : output.err)(preview);
    return first;
  }
  const made = await makeFixes(first, { kind, root, cwd, lookAgain: look });
  const [findings, files] = [counted(made.corrected, 'finding'), counted(made.written.length, 'file')];
  output.err(made.corrected === 0 ? 'Nothing was corrected.' : `Corrected ${findings} in ${files}:`);
  for (const file of made.written) output.err(`  ${file}`);
  for (const file of made.leftAlone) output.err(`  ${file} was left alone: it changed in the meantime.`);
  return made.looked;
}

/** The findings of now are known from now on, and fail nothing any more. */
async function rememberAll(
  looked: Looked,
  invocation: Invocation,
  { config }: OpenAnalysis,
): Promise<number> {
  const { options, args, cwd, output } = invocation;
  const { root } = config.workspace;
  const path = baselinePath(invocation, config) ?? resolve(root, BASELINE_FILE);
  const { updateBaseline } = await import('./update-baseline.ts');
  const isPart = args.length > 0 || options.has('changed') || looked.failed.length > 0;
  const count = await updateBaseline(looked, { path, isPart, textOf: (file) => fileText(root, file) });
  output.err(`${shownPath(path, cwd)} now knows ${counted(count, 'finding')}.`);
  for (const { message, remedy } of looked.failed) output.err(`${message} ${remedy}`);
  return looked.failed.length > 0 ? 1 : 0;
}

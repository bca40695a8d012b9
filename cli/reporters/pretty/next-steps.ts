import { type RunRecord, resumableStages, type TargetRecord } from '../../../core/schema/index.ts';
import { type FileStepOptions, fileSteps } from './file-steps.ts';

/** What to do after a run, as commands that can be pasted. */
export function nextSteps(record: RunRecord, options: FileStepOptions): readonly string[] {
  return [...fileSteps(options), ...runSteps(record)];
}

function runSteps(record: RunRecord): readonly string[] {
  const { targets, status, run } = record;
  if (record.dry_run) return status === 'succeeded' ? ['Run it without --dry-run to do it.'] : [];
  if (targets.length > 0 && targets.every((target) => target.status === 'unchanged')) {
    return ['Nothing changed; leave out --skip-unchanged to build it all the same.'];
  }
  const unfinished = targets.filter(
    ({ status, ignored }) => status !== 'succeeded' && status !== 'unchanged' && ignored === null,
  );
  if (unfinished.length > 0)
    return [resume(unfinished, record), `Look into it: packer-hybrid inspect ${run}`];
  if (status !== 'succeeded') return [];
  const built = targets.find(({ ignored }) => ignored === null);
  const stage = built && stageAfter(built);
  return stage === undefined ? [] : [`Go on: packer-hybrid run --from ${stage} --run ${run}`];
}

/** Where all of these targets can continue: the earliest stage that one of them still needs. */
function resume(unfinished: readonly TargetRecord[], { run, command, status }: RunRecord): string {
  const open = unfinished.map((target) => stageAfter(target) ?? 'publish');
  const stage = resumableStages.find((name) => open.includes(name)) ?? 'preflight';
  const when = status === 'interrupted' ? 'Go on' : 'When that is mended';
  // Before the build there is nothing to keep: the same command does it all again.
  if (stage === 'preflight' || stage === 'analyze') return `${when}: ${command}`;
  return `${when}: packer-hybrid run --from ${stage} --run ${run}`;
}

function stageAfter({ reached }: TargetRecord) {
  if (reached === null) return resumableStages[0];
  const done = reached === 'recover' ? 'build' : reached;
  return resumableStages[resumableStages.indexOf(done) + 1];
}

import { HybridError } from '../../core/errors/index.ts';
import type { RunRequest } from '../../core/pipeline/types.ts';
import { type ResumableStage, resumableStages } from '../../core/schema/stage.ts';
import type { ParsedOptions } from '../invocation.ts';

/** What a command fixes, such as `build` the stage at which it stops. */
export interface RunPreset {
  readonly from?: ResumableStage;
  readonly until?: ResumableStage;
}

/** The run that a command line asks for; the pipeline refuses stages in the wrong order. */
export function runRequest(typed: string, options: ParsedOptions, preset: RunPreset): RunRequest {
  const from = preset.from ?? stage(options.value('from'));
  const until = preset.until ?? stage(options.value('until'));
  const resume = options.value('run');
  if (resume !== undefined && from === undefined) {
    const problem = `--run ${resume} needs --from <stage>: ${resumableStages.join(', ')}.`;
    throw new HybridError('PH_USAGE_OPTION', { command: 'run', problem });
  }
  return {
    command: typed,
    only: options.list('only'),
    except: options.list('except'),
    platforms: options.list('targets'),
    os: options.list('os'),
    dryRun: options.has('dry-run'),
    skipUnchanged: options.has('skip-unchanged'),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    ...(resume === undefined ? {} : { resume }),
  };
}

function stage(name: string | undefined): ResumableStage | undefined {
  return resumableStages.find((known) => known === name);
}

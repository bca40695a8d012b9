import type { DiagnoseContext } from 'packer-hybrid';
import { diagnoseLog } from './diagnosis/diagnose-log.ts';
import { generalSignatures } from './signatures/all.ts';
import { withChange } from './template-change.ts';

/**
 * Reports every known cause that a failed build's log shows, with what to change in its template; the tails of its output
 * stand in for a log that is missing.
 */
export async function diagnoseBuild(context: DiagnoseContext): Promise<void> {
  const { result, failureSignatures, target, template } = context;
  if (result.exit_code === 0) return;
  const { diagnoses } = await diagnoseLog(linesOf(context), [...failureSignatures, ...generalSignatures]);
  for (const diagnosis of diagnoses) {
    const ofTarget = { ...diagnosis, target: target.packer_name };
    const { change } = withChange(ofTarget, [template], failureSignatures);
    context.report(change ? { ...diagnosis, change } : diagnosis);
  }
}

async function* linesOf({ readLog, result, signal }: DiagnoseContext): AsyncGenerator<string> {
  let isEmpty = true;
  for await (const line of readLog()) {
    signal.throwIfAborted();
    isEmpty = false;
    yield line;
  }
  if (isEmpty) yield* `${result.stdout}\n${result.stderr}`.split('\n');
}

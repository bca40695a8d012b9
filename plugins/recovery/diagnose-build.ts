import type { DiagnoseContext } from 'packer-hybrid';
import { diagnoseLog } from './diagnose-log.ts';
import { generalSignatures } from './signatures/all.ts';

/** Reports every known cause that a failed build's log shows; the tails of its output stand in for a log that is missing. */
export async function diagnoseBuild(context: DiagnoseContext): Promise<void> {
  if (context.result.exit_code === 0) return;
  const signatures = [...context.failureSignatures, ...generalSignatures];
  const { diagnoses } = await diagnoseLog(linesOf(context), signatures);
  for (const diagnosis of diagnoses) context.report(diagnosis);
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

import type { DiagnoseContext } from 'packer-hybrid';
import { matchSignatures } from './match-signatures.ts';
import type { Signature } from './signature.ts';
import * as known from './signatures/index.ts';

const signatures: readonly Signature[] = Object.values(known);

/** Reports every known cause that a failed build's log shows; the tails of its output stand in for a log that is missing. */
export async function diagnoseBuild(context: DiagnoseContext): Promise<void> {
  if (context.result.exit_code === 0) return;
  for (const diagnosis of await matchSignatures(linesOf(context), signatures)) context.report(diagnosis);
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

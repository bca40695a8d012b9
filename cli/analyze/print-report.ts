import type { Invocation } from '../invocation.ts';
import { findingsFormats } from '../reporters/findings/by-format.ts';
import type { FindingsReport } from '../reporters/findings/contract.ts';
import { styleOf } from '../style-of.ts';
import { fileText } from './file-text.ts';

/** Prints a report in the form that `--format` names. */
export async function printReport(report: FindingsReport, invocation: Invocation): Promise<void> {
  const { options, output, cwd, env } = invocation;
  const load = findingsFormats[options.value('format') ?? 'pretty'] ?? findingsFormats.pretty;
  const render = await load?.();
  const text = render?.(report, {
    style: styleOf(invocation),
    cwd,
    env,
    textOf: (file) => fileText(cwd, file),
  });
  if (text) output.out(text);
}

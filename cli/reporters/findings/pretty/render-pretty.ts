import type { Style } from '../../../style.ts';
import type {
  FailedTemplate,
  FindingsLook,
  FindingsReport,
  RenderFindings,
  ShownFinding,
} from '../contract.ts';
import { type BlockContext, findingBlock } from './finding-block.ts';
import { secretPlaces } from './secret-places.ts';
import { summaryLines } from './summary-lines.ts';

/** For people: file by file, the gravest first; what is only believed a little stands apart. */
export const renderPretty: RenderFindings = (report, look) => {
  const { style } = look;
  const context = { style, textOf: linesOnce(look), hideSecrets: secretPlaces(report.findings) };
  const facts = report.findings.filter(({ finding }) => !finding.hint);
  const hints = report.findings.filter(({ finding }) => finding.hint);
  return [
    ...failedBlocks(report.failed, style),
    ...fileBlocks(facts, context),
    ...(hints.length > 0 ? [style.bold('Hints, which may be wrong'), ...fileBlocks(hints, context)] : []),
    summaryLines(report, style).join('\n'),
  ].join('\n\n');
};

/** The same for a part of a report: every finding with its lines, file by file. */
export function findingBlocks(
  findings: readonly ShownFinding[],
  look: Pick<FindingsLook, 'style' | 'textOf'>,
): readonly string[] {
  return fileBlocks(findings, {
    style: look.style,
    textOf: linesOnce(look),
    hideSecrets: secretPlaces(findings),
  });
}

function fileBlocks(findings: readonly ShownFinding[], context: BlockContext): readonly string[] {
  const files = new Map<string, ShownFinding[]>();
  for (const shown of findings) {
    const name = shown.finding.range?.file ?? shown.finding.template ?? 'everywhere';
    const group = files.get(name);
    if (group) group.push(shown);
    else files.set(name, [shown]);
  }
  return [...files].map(([file, group]) =>
    [context.style.bold(file), ...group.map((shown) => findingBlock(shown, context))].join('\n'),
  );
}

function failedBlocks(failed: FindingsReport['failed'], style: Style): readonly string[] {
  return failed.map(
    ({ code, message, remedy }: FailedTemplate) =>
      `${style.red(`${style.signs.fail} ${code}`)} ${message}\n  ${style.cyan(style.signs.next)} ${remedy}`,
  );
}

/** A file with many findings is read once. */
function linesOnce({ textOf }: Pick<FindingsLook, 'textOf'>): FindingsLook['textOf'] {
  const known = new Map<string, string | undefined>();
  return (file) => {
    if (!known.has(file)) known.set(file, textOf(file));
    return known.get(file);
  };
}

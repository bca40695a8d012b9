import type { Diagnosis } from '../../core/schema/index.ts';
import type { LogDiagnosis } from '../../plugins/recovery/diagnosis/index.ts';
import type { Style } from '../style.ts';

/** What a log comes to, for people: the cause first, then the lines that say so and what to do. */
export function diagnoseText({ outcome, diagnoses, telling }: LogDiagnosis, style: Style): string {
  if (diagnoses.length > 0) return diagnoses.map((one) => block(one, style)).join('\n\n');
  if (outcome === 'succeeded') return `${style.green(style.signs.ok)} The build went well.`;
  const said =
    outcome === 'failed'
      ? 'The build failed for a reason that is not known.'
      : 'The log does not tell how the build ended.';
  if (telling.length === 0) return `${style.yellow(style.signs.warn)} ${said}`;
  return [
    `${style.yellow(style.signs.warn)} ${said} These lines say most:`,
    ...evidenceLines(telling, style),
  ].join('\n');
}

function block(diagnosis: Diagnosis, style: Style): string {
  const { cause, class: kind, target, confidence, retryable, evidence, remedy, action } = diagnosis;
  const { wait_seconds, change } = diagnosis;
  const sure = `${Math.round(confidence * 100)} % sure`;
  const again = retryable ? 'may go away when built again' : 'does not go away by itself';
  const facts = [kind, sure, again, ...(target ? [target] : [])].join(` ${style.signs.dot} `);
  return [
    `${style.red(style.signs.fail)} ${style.bold(cause)}  ${style.dim(facts)}`,
    ...evidenceLines(evidence, style),
    `  ${style.cyan(style.signs.next)} ${remedy}`,
    ...(change ? [`    ${change.file}:${change.line} ${change.attribute}`] : []),
    ...(action === 'none'
      ? []
      : [
          `    Can be done without a person: ${action}${wait_seconds === undefined ? '' : ` after ${wait_seconds} seconds`}.`,
        ]),
  ].join('\n');
}

function evidenceLines(evidence: LogDiagnosis['telling'], style: Style): readonly string[] {
  const width = Math.max(0, ...evidence.map(({ line }) => String(line).length));
  return evidence.map(({ line, text }) => `  ${style.dim(`${String(line).padStart(width)} |`)} ${text}`);
}

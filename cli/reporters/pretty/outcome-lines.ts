import type { RunEvent, TargetStatus } from '../../../core/schema/index.ts';
import { duration } from '../../duration.ts';
import type { Style } from '../../style.ts';
import type { LineContext } from './line-context.ts';

/** Lines about what came of it; undefined for events about something else. */
export function outcomeLines(
  event: RunEvent,
  { style, verbose }: LineContext,
): readonly string[] | undefined {
  const { signs, dim, green, red, yellow } = style;
  switch (event.type) {
    case 'target.finished': {
      // The gate has said why just before, for all its targets at once.
      const isSaid = event.reason === undefined || event.status === 'refused';
      const why = isSaid ? '' : `: ${event.reason}`;
      return [`${statusText(event.status, style)} in ${duration(event.duration_ms)}${why}`];
    }
    case 'artifact':
      return [`  ${green(signs.ok)} ${event.artifact.description}`];
    case 'diagnosis':
      return [`  ${yellow(signs.go)} ${event.diagnosis.cause} ${dim(percent(event.diagnosis.confidence))}`];
    case 'evidence':
      if (event.evidence.score === 1 && !verbose) return [];
      return [`  ${scoreMark(event.evidence.score, style)} ${event.evidence.detail}`];
    case 'publication':
      return [`  ${green(signs.ok)} ${event.publication.publisher}: ${event.publication.reference}`];
    case 'publication.retracted':
      return [
        event.ok
          ? `  ${yellow(signs.skip)} ${event.publication.reference} was taken back`
          : red(`  ${signs.fail} ${event.publication.reference} could not be taken back: ${event.reason}`),
      ];
    case 'note':
      return [dim(event.text)];
    default:
      return undefined;
  }
}

/** The result of a target or a run as a coloured word with its sign. */
export function statusText(status: TargetStatus | 'running' | 'waiting', style: Style): string {
  const { signs } = style;
  if (status === 'succeeded') return style.green(`${signs.ok} succeeded`);
  if (status === 'failed' || status === 'refused') return style.red(`${signs.fail} ${status}`);
  if (status === 'interrupted') return style.yellow(`${signs.warn} interrupted`);
  return style.dim(`${signs.skip} ${status}`);
}

function scoreMark(score: number, { green, yellow, red, signs }: Style): string {
  if (score === 1) return green(signs.ok);
  return score === 0 ? red(signs.fail) : yellow(`${signs.warn} ${Math.round(score * 100)} %`);
}

function percent(share: number): string {
  return `(${Math.round(share * 100)} % sure)`;
}

import type { RecoveryReport } from '../../core/state/index.ts';
import type { Style } from '../style.ts';

/** A failure that comes again, and what ends it for good. */
export function patternBlock(
  { observation, advice }: RecoveryReport['patterns'][number],
  style: Style,
): string {
  return [
    `${style.yellow(style.signs.warn)} ${observation}`,
    ...advice.map((sentence) => `  ${style.cyan(style.signs.next)} ${sentence}`),
  ].join('\n');
}

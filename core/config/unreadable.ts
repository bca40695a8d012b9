import { codeFrameColumns } from '@babel/code-frame';
import { HybridError } from '../errors/index.ts';
import { shownFile } from './shown-file.ts';

/** A place in a file, both numbers from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

interface Unreadable {
  readonly file: string;
  readonly reason: string;
  readonly text?: string | undefined;
  readonly place?: Place | undefined;
  readonly cause?: unknown;
}

/** A configuration that cannot be read, with the lines around the place that is to blame. */
export function unreadable({ file, reason, text, place, cause }: Unreadable): HybridError {
  const frame =
    text === undefined || place === undefined
      ? undefined
      : codeFrameColumns(text, { start: place }, { linesAbove: 2, linesBelow: 2 });
  return new HybridError('PH_CONFIG_UNREADABLE', { file: shownFile(file), reason, frame }, { cause });
}

/** Line and column of a position in a text. */
export function placeOf(text: string, position: number): Place {
  const before = text.slice(0, position).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

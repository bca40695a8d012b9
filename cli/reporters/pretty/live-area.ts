import { createLogUpdate } from 'log-update';
import type { Output } from '../../output.ts';
import { cutLine } from '../../text-table.ts';

/** Lines at the bottom of a terminal that are redrawn in place, below lines that stay. */
export interface LiveArea {
  draw(lines: readonly string[]): void;
  close(): void;
}

/** Opens the live area; whatever else is written to the terminal first takes it away until the next drawing. */
export function openLiveArea(output: Output): LiveArea {
  const { stream } = output.stdout;
  const update = createLogUpdate(stream, { showCursor: true });
  output.clearBefore(() => update.clear());
  return {
    draw(lines) {
      if (lines.length === 0) return update.clear();
      const width = stream.columns || 80;
      update(lines.map((line) => cutLine(line, width - 1)).join('\n'));
    },
    close() {
      update.clear();
      update.done();
      output.clearBefore(undefined);
    },
  };
}

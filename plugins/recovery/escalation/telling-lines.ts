import { createReadStream } from 'node:fs';
import { createLogDiagnoser } from '../diagnosis/index.ts';
import type { EscalationReport } from './escalation-report.ts';

/** The lines of a log that say most where nothing is known; none where there is no log. */
export async function tellingLines(path: string, signal: AbortSignal): Promise<EscalationReport['telling']> {
  const diagnoser = createLogDiagnoser([]);
  try {
    await diagnoser.read(createReadStream(path, { highWaterMark: 1 << 18, signal }));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
  }
  return diagnoser.finish().telling.map(({ line, text }) => ({ line, text }));
}

import type { Reporter, ReporterOptions } from './reporter.ts';

/** Prints each event as one line, the moment it happens. */
export function createNdjsonReporter({ output }: Pick<ReporterOptions, 'output'>): Reporter {
  return {
    onEvent(event) {
      output.out(JSON.stringify(event));
    },
    finish() {},
    close() {},
  };
}

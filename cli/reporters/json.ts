import type { Reporter, ReporterOptions } from './reporter.ts';

/** Prints the record of the run as the only document on standard output. */
export function createJsonReporter({ output }: Pick<ReporterOptions, 'output'>): Reporter {
  return {
    onEvent() {},
    finish(record) {
      output.out(JSON.stringify(record, null, 2));
    },
    close() {},
  };
}

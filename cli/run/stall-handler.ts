import type { HybridError } from '../../core/errors/index.ts';
import { reportError } from '../error-report.ts';
import type { Invocation } from '../invocation.ts';
import type { Reporter } from '../reporters/reporter.ts';

/** Ends a run that has nothing left to wait for: nobody awaits it any more, so the exit code is set here. */
export function stallHandler(invocation: Invocation, reporter: Pick<Reporter, 'close'>) {
  return (error: HybridError): void => {
    reporter.close();
    const { options } = invocation;
    process.exitCode = reportError(error, invocation, {
      format: options.value('format'),
      debug: options.has('debug'),
      noColor: options.has('no-color'),
    });
  };
}

import { ExitCode, type HybridError } from '../errors/index.ts';
import type { CommandResult, Diagnosis } from '../schema/index.ts';

/** Completes the result of a failed build with what its best diagnosis says: class, retry, remedy. */
export function classified(result: CommandResult, best: Diagnosis | undefined): CommandResult {
  if (!best) return result;
  return {
    ...result,
    exit_code: exitCodeOf(best),
    retryable: best.retryable && best.class !== 'security',
    remediation: best.remedy,
  };
}

/** A step of a recovery that met a violation of security is worse than the failure that it was to help with. */
export function withStepError(result: CommandResult, error: HybridError | undefined): CommandResult {
  if (error?.exitCode !== ExitCode.security) return result;
  return { ...result, exit_code: ExitCode.security, retryable: false, remediation: error.remedy };
}

function exitCodeOf(best: Diagnosis): CommandResult['exit_code'] {
  if (best.class === 'security') return ExitCode.security;
  return best.retryable ? ExitCode.transient : ExitCode.failed;
}

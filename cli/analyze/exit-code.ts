import { ExitCode } from '../../core/errors/index.ts';
import { isAtLeast, severities } from '../../core/schema/severity.ts';
import type { ParsedOptions } from '../invocation.ts';
import type { Looked } from './look-at.ts';

/** What an analysis ends with: findings as grave as --fail-on, `high` unless told, are a failure; hints never are. */
export function exitCodeOf(
  { findings, failed }: Pick<Looked, 'findings' | 'failed'>,
  options: Pick<ParsedOptions, 'value'>,
): number {
  if (failed.length > 0) return ExitCode.failed;
  const wanted = options.value('fail-on') ?? 'high';
  const limit = severities.find((severity) => severity === wanted);
  if (limit === undefined) return ExitCode.ok;
  const isGrave = findings.some(({ hint, severity }) => !hint && isAtLeast(severity, limit));
  return isGrave ? ExitCode.failed : ExitCode.ok;
}

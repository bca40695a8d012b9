import type { TapFailure } from './hook-runner.ts';
import type { Session } from './session.ts';

/** Tells the world which plugins failed; the run goes on without them. */
export function reportFailures(
  { emit }: Pick<Session, 'emit'>,
  failures: readonly TapFailure[],
  target?: string,
): void {
  for (const { plugin, hook, error } of failures) {
    emit({ type: 'problem', hook, ...error.toJSON() }, { plugin, target });
  }
}

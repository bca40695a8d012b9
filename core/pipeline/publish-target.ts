import type { HybridError } from '../errors/index.ts';
import { reasonOf } from '../errors/index.ts';
import type { PublishOutcome } from '../plugin/index.ts';
import { type CommandResult, Publication, type Target, type ValidationEvidence } from '../schema/index.ts';
import type { Answer } from './hook-runner.ts';
import { parseOutput } from './parse-output.ts';
import type { Session } from './session.ts';
import { RETRACT_DEADLINE_MS } from './stage-policies.ts';
import { openLogs, targetContext } from './target-context.ts';

interface Published {
  readonly publication: Publication;
  readonly outcome: PublishOutcome;
}

export interface PublishInput {
  readonly result: CommandResult;
  readonly evidence: readonly ValidationEvidence[];
}

/** Publishes a target in the order of the publishers; when one fails, what was published before is taken back in reverse. */
export async function publishTarget(session: Session, target: Target, input: PublishInput): Promise<void> {
  const { result, evidence } = input;
  const done: Published[] = [];
  const logs = openLogs(session);
  try {
    await session.runner.series(
      'publish',
      {
        signal: session.signal,
        target: target.id,
        contextOf: (scope) => ({
          ...targetContext(session, target, { scope, logs }),
          result,
          artifacts: result.artifacts,
          evidence,
          publications: done.map(({ publication }) => publication),
        }),
      },
      (answer) => {
        const published = publishedBy(answer);
        done.push(published);
        session.emit(
          { type: 'publication', publication: published.publication },
          { target: target.id, plugin: answer.plugin },
        );
      },
    );
  } catch (error) {
    await retractAll(session, target, done);
    throw error as HybridError;
  } finally {
    await logs.close();
  }
}

function publishedBy({ plugin, result }: Answer<'publish'>): Published {
  const publication = parseOutput(
    Publication,
    // A plugin in plain JavaScript can answer anything.
    { publisher: plugin, ...result?.publication },
    { plugin, hook: 'publish' },
  );
  return { publication, outcome: result };
}

async function retractAll(session: Session, target: Target, done: readonly Published[]): Promise<void> {
  for (const { publication, outcome } of done.toReversed()) {
    const origin = { target: target.id, plugin: publication.publisher };
    try {
      if (!outcome.retract) throw new Error('this publisher cannot take a publication back');
      // A signal of its own: the run may be cancelled already, and must still clean up.
      const signal = AbortSignal.timeout(RETRACT_DEADLINE_MS);
      await Promise.race([outcome.retract(signal), rejectOn(signal)]);
      session.emit({ type: 'publication.retracted', publication, ok: true }, origin);
    } catch (cause) {
      session.emit(
        { type: 'publication.retracted', publication, ok: false, reason: reasonOf(cause) },
        origin,
      );
    }
  }
}

function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) =>
    signal.addEventListener('abort', () => reject(signal.reason), { once: true }),
  );
}

import { HybridError } from '../errors/index.ts';
import { CommandResult, type Target } from '../schema/index.ts';
import { parseOutput } from './parse-output.ts';
import type { NextBuild } from './recovery/next-build.ts';
import { type Session, templateOf } from './session.ts';
import { buildRequest, openLogs, targetContext } from './target-context.ts';

/** Which attempt it is, and how it differs from what the user wrote. */
export interface Build {
  readonly attempt: number;
  readonly next: NextBuild;
}

export interface BuildAttempt {
  readonly result: CommandResult;
  readonly startedAt: Date;
}

/** Lets the first engine that claims the target build it once; rejects with a HybridError when none does. */
export async function buildOnce(session: Session, target: Target, build: Build): Promise<BuildAttempt> {
  const { next } = build;
  const { signal } = session;
  const turn = { platform: target.platform, alone: next.alone, signal };
  return session.recovery.turns.run(turn, () => attemptOnce(session, target, build));
}

async function attemptOnce(session: Session, target: Target, build: Build): Promise<BuildAttempt> {
  const { attempt } = build;
  const startedAt = new Date();
  const began = performance.now();
  const origin = { target: target.id };
  session.emit({ type: 'attempt.started', attempt }, origin);

  const result = await askEngines(session, target, build);
  session.emit(
    {
      type: 'attempt.finished',
      attempt,
      exit_code: result.exit_code,
      duration_ms: Math.round(performance.now() - began),
    },
    origin,
  );
  return { result, startedAt };
}

async function askEngines(
  session: Session,
  target: Target,
  { attempt, next }: Build,
): Promise<CommandResult> {
  const logs = openLogs(session);
  const { platform, slug } = target;
  const machine = session.journal.open({
    ...{ kind: 'machine', platform, target: slug },
    ...marking(session, target),
  });
  try {
    const answer = await session.runner.bail('build', {
      signal: session.signal,
      target: target.id,
      contextOf: (scope) => ({
        ...targetContext(session, target, { scope, logs }),
        attempt,
        request: buildRequest(session, target, next),
      }),
    });
    if (!answer) {
      throw new HybridError('PH_BUILD_UNCLAIMED', { target: target.id, source: target.source.type });
    }
    return parseOutput(CommandResult, answer.result, { plugin: answer.plugin, hook: 'build' });
  } finally {
    machine.close('gone');
    await logs.close();
  }
}

/** Whether its machines can be told from others after a kill, where that is up to the template. */
function marking(session: Session, target: Target): { readonly marked?: boolean } {
  const mark = session.registry.find(`leftovers/${target.platform}`)?.mark;
  return mark ? { marked: mark.isPut(templateOf(session, target).template, target) } : {};
}

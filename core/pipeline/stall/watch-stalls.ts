import { HybridError } from '../../errors/index.ts';
import type { Target } from '../../schema/index.ts';
import { rememberSilences, usualSilences } from '../../state/index.ts';
import type { Session } from '../session.ts';
import { stallAdvice } from './advice.ts';
import { type Silence, startSilenceClock } from './silence-clock.ts';
import { spokenTime } from './spoken-time.ts';

/** The watch over one build of a target. */
export interface StallWatch {
  /** The session that the build must use: the watch hears its events, and its signal ends a build that stalled. */
  readonly session: Session;
  /** Why and when the watch ended the build; undefined as long as it has not. */
  ended(): EndedByWatch | undefined;
  /** Ends the watch; what a good build was like is remembered. */
  close(outcome: { readonly ok: boolean }): Promise<void>;
}

export interface EndedByWatch {
  readonly error: HybridError<'PH_BUILD_STALLED'>;
  readonly at: Date;
}

/** Watches one build: a silence longer than experience allows is told, and ends the build where the settings say so. */
export async function watchStalls(session: Session, target: Target): Promise<StallWatch> {
  const { settings, paths } = session;
  const { stall } = settings.recovery;
  const abort = new AbortController();
  let ended: EndedByWatch | undefined;

  const clock = startSilenceClock({
    settings: stall,
    usual: await usualSilences(paths, target.slug),
    onSilence(silence) {
      if (ended) return;
      const aborts = stall.abort && silence.kind !== 'cleanup';
      session.emit(stalledEvent(silence, aborts), { target: target.id });
      if (!aborts) return;
      ended = { error: stalledError(target, silence), at: new Date() };
      abort.abort(ended.error);
    },
  });
  return {
    session: {
      ...session,
      signal: AbortSignal.any([session.signal, abort.signal]),
      emit(body, origin) {
        if (origin?.target === target.id) clock.hear(body);
        session.emit(body, origin);
      },
    },
    ended: () => ended,
    async close({ ok }) {
      const silences = clock.stop();
      // Forgetting is no reason to lose a good build; the run itself tells what is wrong with the state.
      if (ok) await rememberSilences(paths, target.slug, silences).catch(() => undefined);
    },
  };
}

function stalledEvent({ silentMs, usualMs, step, kind }: Silence, aborts: boolean) {
  return {
    type: 'stalled',
    silent_seconds: Math.round(silentMs / 1_000),
    usual_seconds: usualMs === undefined ? null : Math.round(usualMs / 1_000),
    step: step ?? null,
    advice: stallAdvice(step, kind),
    aborts,
  } as const;
}

function stalledError(target: Target, { silentMs, step, kind }: Silence) {
  return new HybridError('PH_BUILD_STALLED', {
    target: target.id,
    step: step ?? null,
    silence: spokenTime(silentMs),
    advice: stallAdvice(step, kind),
  });
}

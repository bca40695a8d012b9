import type { Target } from '../schema/index.ts';
import { changedInputs, newRunId, readHashManifest } from '../state/index.ts';
import { type Engine, loadSelected, secretsOf } from './engine.ts';
import { openSession } from './open-session.ts';
import { hashTarget } from './target-inputs.ts';
import type { Selection, TargetDrift } from './types.ts';

/** Compares every target's inputs with those of its last good build; writes nothing. */
export async function findDrift(engine: Engine, selection: Selection): Promise<readonly TargetDrift[]> {
  const { options, registry, runner } = engine;
  const { signal } = new AbortController();
  const { loaded, targets } = await loadSelected(engine, selection, signal);
  const { session, close } = await openSession({
    ...{
      signal,
      loaded,
      targets,
      runner,
      registry,
      resumed: undefined,
      writable: false,
      onEvent: () => undefined,
    },
    id: newRunId(),
    request: { command: 'status' },
    pipeline: options,
    secrets: secretsOf(options, loaded),
  });
  const driftOf = async (target: Target): Promise<TargetDrift> => {
    const before = await readHashManifest(options.workspace, target.slug);
    if (!before) return { target, built_at: null, changed: [] };
    const now = await hashTarget(session, target);
    return { target, built_at: before.built_at, changed: changedInputs(before, now) };
  };
  try {
    return await Promise.all(targets.map(driftOf));
  } finally {
    await close();
  }
}

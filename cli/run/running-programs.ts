import type { Pipeline } from '../../core/pipeline/types.ts';

/** Knows at any time what of a run has not ended, for the moment in which somebody stops waiting. */
export function watchPending(pipeline: Pick<Pipeline, 'onEvent' | 'pending'>): {
  readonly phrases: () => readonly string[];
  readonly stop: () => void;
} {
  const programs = new Map<number, string>();
  const stop = pipeline.onEvent((event) => {
    if (event.type === 'process.started') programs.set(event.pid, event.command);
    if (event.type === 'process.finished') programs.delete(event.pid);
  });
  const phrases = () => [
    ...pipeline
      .pending()
      .map(
        ({ plugin, hook, target }) => `${plugin} in ${hook}${target === undefined ? '' : ` of ${target}`}`,
      ),
    ...[...programs].map(([pid, command]) => `process ${pid}: ${command}`),
  ];
  return { phrases, stop };
}

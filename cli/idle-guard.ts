import type { EventEmitter } from 'node:events';
import { HybridError } from '../core/errors/index.ts';

/**
 * Node ends quietly, and with success, when nothing is left to wait for although a promise is still open.
 * This says which handlers never answered instead; the returned function ends the watch.
 */
export function guardIdle(
  source: Pick<EventEmitter, 'on' | 'off'>,
  pending: () => readonly string[],
  onStall: (error: HybridError) => void,
): () => void {
  const onBeforeExit = () => {
    source.off('beforeExit', onBeforeExit);
    const waiting = pending();
    onStall(new HybridError('PH_RUN_STALLED', { pending: waiting.length > 0 ? waiting : ['the run'] }));
  };
  source.on('beforeExit', onBeforeExit);
  return () => {
    source.off('beforeExit', onBeforeExit);
  };
}

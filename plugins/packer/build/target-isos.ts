import { join } from 'node:path';
import { type BuildContext, sourceBody, type TargetContext } from 'packer-hybrid';
import type { Engine } from '../engine.ts';
import {
  declaredIsos,
  harvestCache,
  isoStore,
  prepareCache,
  sharePortLocks,
  type TargetCache,
} from '../iso/index.ts';
import type { OutputEvent } from '../transcript/index.ts';

/** The images of one build: taken from the store before it, put into the store when they are downloaded. */
export interface TargetIsos {
  /** Sees the end of a download, so that other targets need not wait for the whole build. */
  onEvent(event: OutputEvent): void;
  close(): Promise<void>;
}

const downloaded = /^\S+ => (\S+)$/;

/** Prepares the target's own `PACKER_CACHE_DIR`; waits while another target downloads the same image. */
export async function openIsos(engine: Engine, context: BuildContext): Promise<TargetIsos> {
  const { paths } = context;
  const cache = targetCache(context);
  const { isos } = cache;
  await sharePortLocks(paths.packerCache, join(context.workspace.cache, 'ports'));
  const giveBack = await prepare(engine, context, cache);

  let harvested: Promise<void> | undefined;
  const harvest = () => {
    harvested ??= keepDownloads(context, cache).finally(giveBack);
    return harvested;
  };
  return {
    onEvent(event) {
      const path = event.type === 'output' ? downloaded.exec(event.text)?.[1] : undefined;
      if (isos.length === 1 && path?.startsWith(paths.packerCache)) void harvest();
    },
    close: harvest,
  };
}

/** The images that a target's source declares, with the places where they are cached. */
export function targetCache({ paths, workspace, target, template }: TargetContext): TargetCache {
  const { type, name } = target.source;
  const isos = declaredIsos(sourceBody(template, { type, name, build: target.build }));
  return { folder: paths.packerCache, isos, store: isoStore(join(workspace.cache, 'isos')) };
}

/** A store that cannot be written costs a download next time, never the build. */
async function keepDownloads({ log, signal }: BuildContext, cache: TargetCache): Promise<void> {
  try {
    await harvestCache(cache, signal);
  } catch (cause) {
    log.warn('A downloaded image was not kept', { reason: String(cause) });
  }
}

async function prepare(
  { turns }: Engine,
  { request, signal, emit }: BuildContext,
  cache: TargetCache,
): Promise<() => void> {
  const { useCache } = request;
  const missing = await prepareCache(cache, { useCache, signal });
  if (missing.length === 0 || !useCache) return () => undefined;
  const mustWait = turns.isTaken(missing);
  if (mustWait) emit({ type: 'note', text: 'Waits while another target downloads the same image.' });
  const giveBack = await turns.take(missing, signal);
  // What another target downloaded in the meantime is in the store now.
  await prepareCache(cache, { useCache, signal });
  return giveBack;
}

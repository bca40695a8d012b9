export { type DeclaredIso, declaredIsos } from './declared-isos.ts';
export { type DownloadTurns, downloadTurns } from './download-turns.ts';
export { purgeCache } from './purge-cache.ts';
export { sharePortLocks } from './share-port-locks.ts';
export { isoStore } from './store.ts';
export { harvestCache, prepareCache, type TargetCache } from './target-cache.ts';

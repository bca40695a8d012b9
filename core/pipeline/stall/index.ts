export { buildWatched, type WatchedAttempt } from './build-watched.ts';
export { type EndedByWatch, type StallWatch, watchStalls } from './watch-stalls.ts';

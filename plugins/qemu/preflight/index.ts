export { preflight } from './preflight.ts';

export { renderSarif } from './render-sarif.ts';

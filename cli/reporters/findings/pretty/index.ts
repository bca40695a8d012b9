export { renderPretty } from './render-pretty.ts';

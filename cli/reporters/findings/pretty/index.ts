export { findingBlocks, renderPretty } from './render-pretty.ts';

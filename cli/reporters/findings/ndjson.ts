import type { RenderFindings } from './contract.ts';
import { findingDocument } from './finding-document.ts';

/** One finding a line, so that a long report can be read while it is written. */
export const renderNdjson: RenderFindings = ({ findings }) =>
  findings.map((shown) => JSON.stringify(findingDocument(shown))).join('\n');

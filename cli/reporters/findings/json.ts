import type { RenderFindings } from './contract.ts';
import { findingDocument } from './finding-document.ts';

/** One document with the summary and every finding. */
export const renderJson: RenderFindings = ({ findings, summary, failed }) =>
  JSON.stringify({ version: 1, summary, findings: findings.map(findingDocument), failed }, null, 2);

export { applyKnowledge } from './apply-knowledge.ts';
export { type Judged, learnedConfidence, PRIOR_WEIGHT } from './confidence.ts';
export { contextOf } from './context-of.ts';
export { emptyKnowledge, Feedback, KNOWLEDGE_FILE, Knowledge, withFeedback } from './knowledge.ts';
export {
  type ExportKnowledge,
  exportKnowledge,
  importPack,
  KnowledgePack,
  parseKnowledge,
  renderKnowledge,
  renderPack,
  verifyPack,
} from './knowledge-pack.ts';

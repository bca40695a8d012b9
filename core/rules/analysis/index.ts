export { type Analysis, type AnalyzeTemplates, analyzeTemplates } from './analyze-templates.ts';
export { textsOf } from './texts-of.ts';

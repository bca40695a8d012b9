export { type Analysis, type AnalyzeTemplates, analyzeTemplates } from './analyze-templates.ts';
export { errorsOf } from './error-rules.ts';
export { textsOf } from './texts-of.ts';
